import type { SavingState } from "./app-state.js";

interface Sitting {
  readonly state: { readonly saving: SavingState };
  leave(): Promise<void>;
}

/** A storage that does not answer must not be waited for in silence. */
const PATIENCE_MS = 10_000;

/** Changes to the new version only when nothing would be lost by it; says why not otherwise. */
export async function updateWhenSaved(
  session: Sitting,
  apply: () => void,
  say: (words: string) => void,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  await Promise.race([session.leave(), patience]);
  clearTimeout(timer);
  const { kind } = session.state.saving;
  if (kind === "saved" || kind === "nothing") apply();
  else if (kind === "conflict") say("Not reloaded: first choose which version shall stay.");
  else if (kind === "waiting") say("Not reloaded: the last change is still being saved. Try again in a moment.");
  else say("Not reloaded: the last change could not be saved. Export the document first.");
}
