import { type Block, type Inline, parseMarkdown } from "../../../chat/client/markdown";

/** An answer as the visitor sees it. Links inside the visitor's site lead nowhere from here: they stay words. */
export function RichText({ text }: { text: string }) {
  return (
    <div class="rich" dir="auto">
      {parseMarkdown(text).map((block) => (
        <Piece key={block.at} block={block} />
      ))}
    </div>
  );
}

function Piece({ block }: { block: Block }) {
  const parts = block.parts.map((part) => <Span key={part.at} part={part} />);
  return <p class={block.kind === "li" ? "item" : ""}>{parts}</p>;
}

function Span({ part: { text, href, strong, picture } }: { part: Inline }) {
  if (picture) return <img src={picture} alt={text} />;
  if (strong) return <strong>{text}</strong>;
  if (!href || !/^(https?:|mailto:|tel:)/i.test(href)) return <>{text}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  );
}
