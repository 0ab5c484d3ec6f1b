import { useEffect, useRef } from "preact/hooks";
import { Brand } from "./Brand";
import { say } from "./words";

/** Instead of the desk: whoever sits here now must not read the chats of who was signed in. */
export function EndedScreen({ why }: { why: "signed_out" | "no_access" }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = [say(why), say("brand")].join(" · ");
    heading.current?.focus();
  }, [why]);
  return (
    <div class="signin">
      <main>
        <Brand />
        <div class="panel">
          <h1 ref={heading} tabIndex={-1}>
            {say(why)}
          </h1>
          <p>{say(`${why}_note`)}</p>
          <button type="button" class="button primary" onClick={() => location.reload()}>
            {say(why === "signed_out" ? "sign_in" : "reload")}
          </button>
        </div>
      </main>
    </div>
  );
}
