/** The interfaces that a declaration file exports, with the names of their fields. */
import { readdirSync, readFileSync } from "node:fs";

import ts from "typescript";

export interface Fields {
  all: string[];
  required: string[];
}

/** Of the planner's door and of all that it re-exports. */
export function interfacesOfPlanner(root: URL): Map<string, Fields> {
  const folder = new URL("wasm/planner/types/", root);
  const files = readdirSync(folder).map((name) => new URL(name, folder));
  return new Map([new URL("wasm/planner/planner.d.ts", root), ...files].flatMap((file) => [...interfacesIn(file)]));
}

/** By name; an object type inside one is "Interface.field". */
export function interfacesIn(url: URL): Map<string, Fields> {
  const out = new Map<string, Fields>();
  const source = ts.createSourceFile(url.pathname, readFileSync(url, "utf8"), ts.ScriptTarget.Latest, true);

  function addFields(name: string, members: ts.NodeArray<ts.TypeElement>): void {
    const fields = members.filter(ts.isPropertySignature);
    out.set(name, {
      all: fields.map((field) => field.name.getText()),
      required: fields.filter((field) => field.questionToken === undefined).map((field) => field.name.getText()),
    });
    for (const field of fields) addNested(`${name}.${field.name.getText()}`, field.type);
  }

  function addNested(name: string, node: ts.Node | undefined): void {
    if (node === undefined) return;
    if (ts.isTypeLiteralNode(node)) addFields(name, node.members);
    else ts.forEachChild(node, (child) => addNested(name, child));
  }

  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) addFields(statement.name.text, statement.members);
  }
  return out;
}
