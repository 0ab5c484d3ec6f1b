/**
 * iOS lays its keyboard over the page and pushes the page up under it: the header leaves, and the composer hides.
 * Hence the desk is as high as what is really seen. Returns how to stop.
 */
export function followKeyboard(): () => void {
  const seen = window.visualViewport;
  if (!seen) return () => {};
  const fit = (): void => {
    // Pinched larger, the reader moves about: the page must keep its size.
    const covered = seen.scale === 1 && window.innerHeight - seen.height > 1;
    document.documentElement.style.setProperty("--seen", covered ? `${seen.height}px` : "100dvh");
    if (covered) window.scrollTo(0, 0);
  };
  seen.addEventListener("resize", fit);
  return () => seen.removeEventListener("resize", fit);
}
