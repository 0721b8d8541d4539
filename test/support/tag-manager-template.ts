// Reads a template of Tag Manager: a text of sections, each JSON, YAML or sandboxed JavaScript.

interface TypedValue {
  readonly type: number;
  readonly string?: string;
  readonly boolean?: boolean;
  readonly listItem?: readonly TypedValue[];
  readonly mapKey?: readonly TypedValue[];
  readonly mapValue?: readonly TypedValue[];
}

/** A field of a template's form. */
export interface TemplateField {
  readonly name: string;
  readonly type: string;
  readonly defaultValue?: unknown;
  readonly subParams?: readonly TemplateField[];
}

/** What a permission allows, by its id: a list of texts, or of rows. */
export type Permissions = Readonly<Record<string, readonly (string | Readonly<Record<string, unknown>>)[]>>;

/** A template, section by section. */
export interface Template {
  readonly sections: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  /** Without the groups they stand in. */
  readonly fields: readonly TemplateField[];
  readonly code: string;
  readonly permissions: Permissions;
  readonly scenarios: readonly { readonly name: string; readonly code: string }[];
  readonly setup: string;
}

/** Reads a template; throws where it is not what Tag Manager writes. */
export function readTemplate(text: string): Template {
  const parts = text.split(/^___([A-Z_]+)___$/m).slice(1);
  const sections = parts.filter((_, i) => i % 2 === 0);
  const section = (name: string) => {
    const i = sections.indexOf(name);
    if (i < 0) throw new Error(`There is no section ${name}.`);
    return (parts[i * 2 + 1] as string).trim();
  };
  const flat = (fields: readonly TemplateField[]): TemplateField[] =>
    fields.flatMap((field) => (field.type === 'GROUP' ? flat(field.subParams ?? []) : [field]));
  return {
    sections,
    info: JSON.parse(section('INFO')),
    fields: flat(JSON.parse(section('TEMPLATE_PARAMETERS'))),
    code: section('SANDBOXED_JS_FOR_WEB_TEMPLATE'),
    permissions: readPermissions(JSON.parse(section('WEB_PERMISSIONS'))),
    ...readTests(section('TESTS')),
  };
}

function readPermissions(
  list: readonly {
    instance: { key: { publicId: string }; param: readonly { value: TypedValue }[] };
  }[],
): Permissions {
  return Object.fromEntries(
    list.map(({ instance: { key, param } }) => [key.publicId, plain(param[0]?.value) as never]),
  );
}

/** Tag Manager's own notation of values: 1 a text, 2 a list, 3 a map, 8 a boolean. */
function plain(value: TypedValue | undefined): unknown {
  switch (value?.type) {
    case 1:
      return value.string;
    case 2:
      return value.listItem?.map(plain) ?? [];
    case 3:
      return Object.fromEntries(
        (value.mapKey ?? []).map((key, i) => [plain(key), plain(value.mapValue?.[i])]),
      );
    case 8:
      return value.boolean;
    default:
      throw new Error(`A value of unknown type: ${JSON.stringify(value)}.`);
  }
}

/** The one form of YAML that our tests are written in: named block scalars. Everything else throws. */
function readTests(text: string): Pick<Template, 'scenarios' | 'setup'> {
  const form =
    /^scenarios:\n((?:- name: .+\n {2}code: \|-\n(?: {4}.*\n|\n)+)+)setup: \|-\n((?: {2}.*(?:\n|$)|\n)+)$/;
  const [, list = '', setup = ''] = form.exec(text) ?? [];
  if (!list) throw new Error('The tests are not in the form that is read here.');
  const scenarios = list
    .split(/^- name: /m)
    .slice(1)
    .map((part) => {
      const [name = '', , ...lines] = part.split('\n');
      return { name: name.startsWith('"') ? JSON.parse(name) : name, code: outdented(lines, 4) };
    });
  return { scenarios, setup: outdented(setup.split('\n'), 2) };
}

const outdented = (lines: readonly string[], by: number) => lines.map((line) => line.slice(by)).join('\n');
