/** Texts of copies that belonged to another history: every copy's, for a store may begin anew more than once. */
export class SetAsideTexts {
  readonly #copies = new Map<object, Record<string, string>>();

  /** @param copy the document they stood in: what it says later takes the place of what it said before. */
  put(copy: object, texts: Readonly<Record<string, string>>): void {
    const kept = Object.entries(texts).filter(([, text]) => text !== "");
    this.#copies.set(copy, Object.fromEntries(kept));
  }

  /** @returns what was set aside of one text, the oldest first, each wording once. */
  of(root: string): string[] {
    const texts = [...this.#copies.values()].flatMap((copy) => copy[root] ?? []);
    return [...new Set(texts)];
  }
}
