/** As much of an ESTree node as is looked at here (https://github.com/estree/estree). */
export interface Node {
  readonly type: string;
  readonly name?: string;
  readonly computed?: boolean;
  readonly operator?: string;
  readonly value?: unknown;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
  readonly expressions?: readonly Node[];
  readonly elements?: readonly (Node | null)[];
  readonly properties?: readonly Node[];
  readonly arguments?: readonly Node[];
  readonly argument?: Node | null;
  readonly key?: Node;
  readonly id?: Node;
  readonly init?: Node | null;
  readonly left?: Node;
  readonly right?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly callee?: Node;
  readonly declaration?: Node | null;
}
