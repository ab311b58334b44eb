/** Each form of the paper, with what it is good for. */
import { getTranslations } from "next-intl/server";
import type { Choice } from "#deliberation/choice";
import { paperQuery } from "./asked.ts";
import { Making } from "./Making.tsx";

const FORMATS = {
  docx: ".docx",
  tracked: "-tracked.docx",
  pdf: ".pdf",
  xlsx: ".xlsx",
  csv: ".csv",
  json: ".json",
  jsonld: ".jsonld",
  akn: "-akn.xml",
  ippc: "-ippc.xlsx",
  "ippc-word": "-ippc-word.docx",
  iso: "-iso.xlsx",
  "iso-word": "-iso-word.docx",
  record: "-record.json",
} as const;

interface Props {
  id: string;
  choice: Choice;
  seq: number;
  lang: string;
}

export async function Formats({ id, choice, seq, lang }: Props) {
  const t = await getTranslations("export");
  const query = paperQuery(choice, seq, lang);
  return (
    <section aria-labelledby="formats">
      <h2 id="formats">{t("formats")}</h2>
      <p className="small mute">{t("asOf", { seq })}</p>
      <Making id={id} choice={choice} seq={seq} lang={lang}>
        <ul className="papers">
          {(Object.keys(FORMATS) as (keyof typeof FORMATS)[]).map((format) => (
            <li key={format}>
              <a
                className={format === "docx" ? "btn pri" : "btn"}
                href={`/api/v1/reports/${id}/compilation${FORMATS[format]}?${query}`}
                data-paper={format}
                download
              >
                {t(`${format}.name`)}
              </a>{" "}
              <span>{t(`${format}.purpose`)}</span>
            </li>
          ))}
        </ul>
      </Making>
    </section>
  );
}
