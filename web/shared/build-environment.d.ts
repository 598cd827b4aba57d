/** What Vite puts in place of these at build time; declared here so that shared code needs none of Vite's own types. */

declare module "*?worker&url" {
  const url: string;
  export default url;
}

interface ImportMetaEnv {
  readonly BASE_URL: string;
  readonly PROD: boolean;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
  readonly url: string;
}
