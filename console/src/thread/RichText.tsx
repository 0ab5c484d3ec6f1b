import { type Block, type Inline, parseMarkdown } from "../../../chat/client/markdown";

/**
 * An answer as the visitor sees it. Links within their site lead nowhere from here and stay words, unless `site` says where
 * it is; "" shows them, and leads nowhere.
 */
export function RichText({ text, site }: { text: string; site?: string }) {
  return (
    <div class="rich" dir="auto">
      {parseMarkdown(text).map((block) => (
        <Piece key={block.at} block={block} site={site} />
      ))}
    </div>
  );
}

function Piece({ block, site }: { block: Block; site: string | undefined }) {
  const parts = block.parts.map((part) => <Span key={part.at} part={part} site={site} />);
  return <p class={block.kind === "li" ? "item" : ""}>{parts}</p>;
}

function Span({ part: { text, href, strong, picture }, site }: { part: Inline; site: string | undefined }) {
  if (picture) return <img src={picture} alt={text} />;
  if (strong) return <strong>{text}</strong>;
  const within = !/^(https?:|mailto:|tel:)/i.test(href ?? "");
  if (!href || (within && site === undefined)) return <>{text}</>;
  if (within && !site) return <u>{text}</u>;
  return (
    <a href={within ? `${site}${href.replace(/^#/, "/#")}` : href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  );
}
