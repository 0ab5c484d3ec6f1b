/** @jsxImportSource ../dom */
import { type Block, type Inline, parseMarkdown } from "../../../chat/client/markdown";
import { pageUrl } from "../parent";

export function RichText({ text }: { text: string }) {
  return (
    <>
      {grouped(parseMarkdown(text)).map((blocks) => (
        <Group key={blocks[0]?.at} blocks={blocks} />
      ))}
    </>
  );
}

/** List items that follow each other make one list. */
function grouped(blocks: Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === "li" && last?.[0]?.kind === "li") last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function Group({ blocks }: { blocks: Block[] }) {
  if (blocks[0]?.kind === "p") return <p dir="auto">{blocks[0].parts.map(inline)}</p>;
  return (
    <ul>
      {blocks.map(({ at, parts }) => (
        <li key={at} dir="auto">
          {parts.map(inline)}
        </li>
      ))}
    </ul>
  );
}

function inline({ at, text, strong, href, picture }: Inline) {
  if (picture) return <img key={at} src={picture} alt={text} />;
  if (strong) return <strong key={at}>{text}</strong>;
  return href ? <Link key={at} href={href} text={text} /> : text;
}

/** Relative addresses are of the page around us; that site's own pages open in its own window. */
function Link({ href, text }: { href: string; text: string }) {
  const page = pageUrl.value ?? undefined;
  if (!URL.canParse(href, page)) return <>{text}</>;
  const url = new URL(href, page);
  const own = page !== undefined && url.origin === new URL(page).origin;
  return (
    <a href={url.href} target={own ? "_parent" : "_blank"} rel="noopener noreferrer">
      {text}
    </a>
  );
}
