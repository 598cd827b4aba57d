/** Stands in for build/wasm/ballast.mjs where a test needs a core that traps. The traps are real ones. */

/** (module (func (export "trap") unreachable)) */
const TRAP = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0,
  11,
]);

export const instances: { calls: number }[] = [];

/** A document of this text makes the core trap, throw a C++ exception, run out of stack, or answer nonsense. */
export const TRAPS = ['"trap"', '"exception"', '"overflow"', '"nonsense"'] as const;

export default function createFakeCore(target: Record<string, unknown>): Promise<Record<string, unknown>> {
  const instance = { calls: 0 };
  instances.push(instance);
  const answer = (document: string): string => {
    instance.calls += 1;
    if (document === '"trap"') (new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports["trap"] as () => void)();
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- as a C++ exception arrives
    if (document === '"exception"') throw {};
    if (document === '"overflow"') return answer(document);
    if (document === '"nonsense"') return "not JSON";
    return JSON.stringify({ ok: true, value: { document, calls: instance.calls } });
  };
  const functions = {
    describe: () => answer(""),
    validate: answer,
    summarize: answer,
    plan: (document: string, request: string) => answer(document + request),
    resolve: answer,
    analyze: (document: string, request: string) => answer(document + request),
    carryOut: (document: string, request: string) => answer(document + request),
    profile: answer,
  };
  if (mode.immediate) Object.assign(target, functions);
  return Promise.resolve().then(() => Object.assign(target, functions));
}

/** In a page or worker the instance is there within the call; under Node only a turn later. */
export const mode = { immediate: false };
