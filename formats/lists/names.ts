/** The official languages in the order a list names them. */
import type { Lang } from "#deliberation/ids";

export const LANGS_OF_NAMES: readonly Lang[] = ["en", "zh", "ar", "fr", "ru", "es"];
