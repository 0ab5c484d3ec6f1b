/** How a visitor reaches the server: a socket that says hello with the credential, or the same by HTTP. */
import { PROTOCOL } from "./generated/constants";
import type { VisitorHello, VisitorServerFrame } from "./generated/wire";
import type { Identity } from "./identity";
import { LazyPoller } from "./lazy";
import { Link, type Via } from "./link";
import type { PollOptions } from "./poll";
import type { VisitorOptions } from "./visitorOptions";

export interface VisitorLinkEvents extends Pick<PollOptions, "position"> {
  receive(frame: VisitorServerFrame, via: Via): void;
  onProbe(): void;
  onDown(): void;
}

export function visitorLink(options: VisitorOptions, identity: Identity, events: VisitorLinkEvents): Link {
  const { origin, open } = options;
  const { onProbe, onDown, receive } = events;
  return new Link({
    url: `${origin.replace(/^http/, "ws")}/ws/visitor/`,
    hello: () => hello(options, identity),
    onFrame: (frame, via) => receive(frame as VisitorServerFrame, via),
    onProbe,
    onDown,
    fallback: poller(options, identity, events),
    ...(open && { open }),
  });
}

function hello({ site, build, language, page }: VisitorOptions, { credential, fresh }: Identity): VisitorHello {
  return { type: "hello", protocol: PROTOCOL, build, site, credential, fresh, language, page: page() };
}

function poller({ origin, site }: VisitorOptions, identity: Identity, events: VisitorLinkEvents): LazyPoller {
  return new LazyPoller({
    origin,
    site,
    headers: () => ({
      Authorization: `Bearer ${identity.credential}`,
      ...(identity.fresh && { "X-Candid-Fresh": "1" }),
    }),
    position: events.position,
    onFrame: (frame) => events.receive(frame as VisitorServerFrame, "poll"),
  });
}
