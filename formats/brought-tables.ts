/** Reads the tables of a Word file or a workbook that comes back, cell by cell, and what stands above them. */
import { tablesOfWord } from "./docx/tables-read.ts";
import { tablesOfWorkbook } from "./xlsx/tables-read.ts";

export interface BroughtTable {
  /** Of a workbook, the name of the sheet. */
  sheet: string | null;
  /** Numbered as the program that shows them does: from 1, and in a workbook blank rows count. */
  rows: { number: number; cells: string[] }[];
}

export interface BroughtTables {
  /** Paragraphs of a Word file that stand in no table. */
  paragraphs: string[];
  tables: BroughtTable[];
}

/** @throws HostileFile; Error when it is neither. */
export function readBroughtTables(bytes: Uint8Array): BroughtTables {
  return tablesOfWord(bytes) ?? tablesOfWorkbook(bytes) ?? fail();
}

function fail(): never {
  throw new Error("Neither a Word file nor a workbook.");
}

/** `H14`: as a spreadsheet names a cell. @param column from 0. */
export function cellName(column: number, row: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
