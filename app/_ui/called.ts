/** How a place of the text is called in a line: `17-3` of an idea, `¶17` of a paragraph; the whole report has no name. */
export function called(place: string): string {
  return place === "" || place.includes("-") ? place : `¶${place}`;
}
