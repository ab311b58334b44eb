"use client";
/** What is wrong with a file as a whole, or with its columns: then no row was looked at. */
import { useEffect, useRef } from "react";
import type { ListAnswer } from "../../../_ui/submit.ts";
import { useFaultWords } from "./fault-words.ts";

export function FileFaults({ faults }: { faults: ListAnswer["faults"] }) {
  const words = useFaultWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div className="errsum" role="alert" tabIndex={-1} ref={box}>
      <ul>
        {faults.map(({ column, fault }) => (
          <li key={`${column} ${fault}`}>
            {column !== null && <code translate="no">{column}</code>} {words(fault)}
          </li>
        ))}
      </ul>
    </div>
  );
}
