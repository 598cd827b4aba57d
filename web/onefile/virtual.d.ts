/** Built beforehand: the engine worker with the core inside, as text. */
declare module "ballast:engine-script" {
  const text: string;
  export default text;
}
