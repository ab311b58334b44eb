/** All alternatives on the idea's own words, in brackets with the letters of the wordings that have them. */
import { useTranslations } from "next-intl";
import type { Piece } from "#deliberation/alternatives";
import { letterOf } from "./letters.ts";

interface Props {
  pieces: readonly Piece[];
  lang: string;
  dir: "ltr" | "rtl";
}

export function OneText({ pieces, lang, dir }: Props) {
  const t = useTranslations("ideaPage");
  return (
    <p className="one-text" lang={lang} dir={dir}>
      {pieces.map((piece, index) => {
        if (piece.kind === "same") return piece.text;
        const { original, readings } = piece;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name.
          <span key={index} className="alternatives">
            [{original === "" ? <span className="empty-words">{t("nothing")}</span> : original}
            {readings.map(({ text, of }) => (
              <span key={text}>
                {" | "}
                <sup>
                  <bdi translate="no">{of.map(letterOf).join(" ")}</bdi>
                </sup>{" "}
                {text === "" ? <del>{original}</del> : <ins>{text}</ins>}
              </span>
            ))}
            ]
          </span>
        );
      })}
    </p>
  );
}
