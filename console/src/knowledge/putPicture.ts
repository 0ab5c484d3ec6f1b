/** `answer` with `picture` as a paragraph of its own at `at`, and where the cursor is then: behind it. */
export function putPicture(answer: string, at: number, picture: string): { answer: string; cursor: number } {
  const paragraphs = (...parts: string[]): string => parts.filter(Boolean).join("\n\n");
  const begin = paragraphs(answer.slice(0, at).trimEnd(), picture);
  return { answer: paragraphs(begin, answer.slice(at).trimStart()), cursor: begin.length };
}
