/** The launcher's whole look. Logical sides; the page's own styles don't reach in here, and these don't reach out. */
export const CSS = `
:host{all:initial;--x:28px;--y:28px;--surface:#fff;--ink:#14201b;--line:#0000;--focus:#1f5fe0;--seat:#7a5200;color-scheme:light dark}
:host([hidden]){display:none}
@media(prefers-color-scheme:dark){:host{--surface:#161d1a;--ink:#eaf0ec;--line:#2d3833;--focus:#8db4ff;--seat:#ffd472}}
*{box-sizing:border-box}
.launcher{position:fixed;inset-block-end:calc(var(--y) + env(safe-area-inset-bottom));inset-inline-end:var(--x);z-index:2147483000;inline-size:60px;block-size:60px;padding:0;display:grid;place-items:center;cursor:pointer;color:var(--ink);background:var(--surface);border:2.5px solid var(--ink);border-radius:8px;font:700 20px/1 ui-monospace,Consolas,monospace;box-shadow:0 2px 6px #14201b1a,0 20px 56px -12px #14201b52}
.waiting{border:2.5px dashed var(--seat);border-radius:50%}
.human{border:2.5px solid #7a5200;border-radius:50%;background:#ffc845;color:#2a1d00;font-family:system-ui}
.taken{animation:seat .32s cubic-bezier(.2,.8,.2,1)}
@keyframes seat{from{background:none;border-style:dashed;color:#0000}}
:host([aside]) .launcher:not(:focus){opacity:0;pointer-events:none}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.open span:empty{inline-size:15px;block-size:15px;border:solid;border-width:0 2.5px 2.5px 0;transform:translateY(-4px) rotate(45deg)}
.count{position:absolute;inset-block-start:-8px;inset-inline-end:-8px;min-inline-size:24px;padding:0 6px;border-radius:12px;background:#14201b;color:#fff;border:1px solid #fff;font:700 13px/22px system-ui}
.count:empty{display:none}
.panel{position:fixed;inset:auto;inset-block-end:calc(var(--y) + 76px);inset-inline-end:var(--x);z-index:2147483001;inline-size:400px;block-size:min(660px,100dvh - var(--y) - 100px);max-inline-size:none;max-block-size:none;margin:0;padding:0;overflow:hidden;border:1px solid var(--line);border-radius:16px;background:var(--surface);color:var(--ink);box-shadow:0 2px 6px #14201b1a,0 20px 56px -12px #14201b52;animation:rise .18s cubic-bezier(.2,.8,.2,1)}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
iframe{display:block;inline-size:100%;block-size:100%;border:0}
.failed{position:absolute;inset:0;display:grid;place-content:center;gap:16px;padding:24px;text-align:center;background:var(--surface);font:15px/22px system-ui}
a{color:inherit}
.failed button{min-block-size:44px;border:1px solid;border-radius:8px;background:none;color:inherit;font:inherit}
@media(max-width:480px){:host{--x:16px;--y:16px}.panel{inset:0;inline-size:100%;block-size:100dvh;padding:env(safe-area-inset-top) 0 env(safe-area-inset-bottom);border:0;border-radius:0}.panel[open]~.launcher{display:none}}
@media(max-height:560px) and (min-width:481px){.panel{inset-block:12px;inset-inline-end:100px;block-size:auto}}
@media(prefers-reduced-motion:reduce){.panel,.taken{animation:none}}
`;
