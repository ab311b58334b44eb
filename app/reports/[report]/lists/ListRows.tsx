"use client";
/** Every row with what it does or what is wrong with it, the wrong ones first. */
import { useTranslations } from "next-intl";
import type { ListAnswer } from "../../../_ui/submit.ts";
import { useFaultWords } from "./fault-words.ts";

export function ListRows({ rows }: { rows: ListAnswer["rows"] }) {
  const t = useTranslations("lists");
  const words = useFaultWords();
  const wrongFirst = rows.toSorted((a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled by keyboard too.
    <section className="bulk" tabIndex={0} aria-labelledby="list-rows">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("row")}</th>
            <th scope="col">{t("subject")}</th>
            <th scope="col">{t("result")}</th>
          </tr>
        </thead>
        <tbody>
          {wrongFirst.map(({ row, subject, does, faults }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>
                <bdi translate="no">{subject}</bdi>
              </td>
              <td>
                {does.map((deed) => (
                  <span key={deed}>{t(`does.${deed}` as never)} </span>
                ))}
                {faults.map(({ column, fault }) => (
                  <p key={`${column} ${fault}`} className="small">
                    <b>{t("wrong")}</b> {column !== null && <code translate="no">{column}</code>}{" "}
                    {words(fault)}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
