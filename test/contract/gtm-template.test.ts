import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { runTag } from '../support/tag-manager-sandbox.js';
import { runScenario } from '../support/tag-manager-scenarios.js';
import { readTemplate } from '../support/tag-manager-template.js';

const FOLDER = 'packages/adapters/gtm-template';
const text = readFileSync(`${FOLDER}/template.tpl`, 'utf8');
const template = readTemplate(text);
const URL_OF_SCRIPT = 'https://shop.example/consentry.js';

/** The fields as the form has them before anybody has touched it. */
const untouched = Object.fromEntries(template.fields.map(({ name, defaultValue }) => [name, defaultValue]));

/** Every node of a script, and every name that is required. */
function walk(code: string) {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile('code.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  ts.forEachChild(file, visit);
  const required = nodes.flatMap((node) =>
    ts.isCallExpression(node) && node.expression.getText() === 'require' && node.arguments[0]
      ? [(node.arguments[0] as ts.StringLiteral).text]
      : [],
  );
  return { nodes, required };
}

describe('the Tag Manager template', () => {
  it('has the sections of a template, in their order', () => {
    expect(template.sections).toEqual([
      'TERMS_OF_SERVICE',
      'INFO',
      'TEMPLATE_PARAMETERS',
      'SANDBOXED_JS_FOR_WEB_TEMPLATE',
      'WEB_PERMISSIONS',
      'TESTS',
      'NOTES',
    ]);
    expect(template.info).toMatchObject({ type: 'TAG', containerContexts: ['WEB'] });
    expect(`${template.info.description}`.length).toBeLessThanOrEqual(200);
  });

  it('comes with what the gallery asks of a repository', () => {
    expect(readFileSync(`${FOLDER}/LICENSE`, 'utf8')).toMatch(/Apache License\s+Version 2\.0/);
    expect(readFileSync(`${FOLDER}/metadata.yaml`, 'utf8')).toMatch(/^versions:/m);
    expect(readFileSync(`${FOLDER}/README.md`, 'utf8')).toContain('Consent Initialization - All Pages');
  });

  it('is written in the part of JavaScript that the sandbox has', () => {
    const K = ts.SyntaxKind;
    // What Google says is missing, and what it does not say is there. In the code of the tests too.
    const missing = new Set([
      K.NewExpression,
      K.ThisKeyword,
      K.ClassDeclaration,
      K.ClassExpression,
      K.RegularExpressionLiteral,
      K.TemplateExpression,
      K.NoSubstitutionTemplateLiteral,
      K.SpreadElement,
      K.SpreadAssignment,
      K.ObjectBindingPattern,
      K.ArrayBindingPattern,
      K.ShorthandPropertyAssignment,
      K.ComputedPropertyName,
      K.TryStatement,
      K.ThrowStatement,
      K.ForOfStatement,
      K.AwaitExpression,
      K.YieldExpression,
      K.QuestionDotToken,
      K.QuestionQuestionToken,
      K.TypeOfExpression,
    ]);
    const scripts = [template.code, template.setup, ...template.scenarios.map(({ code }) => code)];
    const used = scripts.flatMap((code) => walk(code).nodes.map(({ kind }) => kind));
    expect(used.filter((kind) => missing.has(kind)).map((kind) => K[kind])).toEqual([]);
    expect(walk('`a`; new B').nodes.some(({ kind }) => missing.has(kind))).toBe(true);
  });

  it('requires each API once and uses it', () => {
    const { required, nodes } = walk(template.code);
    expect(new Set(required).size).toBe(required.length);
    for (const name of required)
      expect(
        nodes.filter((node) => ts.isIdentifier(node) && node.text === name).length,
        name,
      ).toBeGreaterThan(1);
  });

  it('reads every field it has, and no other', () => {
    const read = new Set<string>();
    const rows = [{ codes: 'JP', granted: '' }];
    const data = new Proxy<Record<string, unknown>>(
      { ...untouched, regions: rows, scriptUrl: URL_OF_SCRIPT },
      {
        get(fields, name) {
          read.add(String(name));
          return fields[String(name)];
        },
      },
    );
    runTag(template, data, { window: {}, load: () => true });
    expect([...read].sort()).toEqual(template.fields.map(({ name }) => name).sort());
  });

  it('has every permission that it uses, and no other', () => {
    // Each thing the template may do, taken away: a run that does everything has to notice.
    const everything = {
      ...untouched,
      scriptUrl: URL_OF_SCRIPT,
      regions: [{ codes: 'JP', granted: '' }],
      adsDataRedaction: true,
      urlPassthrough: true,
    };
    const run = (permissions: typeof template.permissions) => {
      const window: Record<string, unknown> = {};
      const calls = runTag({ ...template, permissions }, everything, { window, load: () => true });
      const [listen] = window.consentry as (() => void)[];
      window.consentry = { on() {}, status: () => 'granted', isAllowed: () => true, version: '1' };
      listen?.();
      return calls.map(([name]) => name);
    };
    expect(run(template.permissions)).toContain('updateConsentState');
    expect(run(template.permissions)).toContain('gtmOnSuccess');
    for (const [permission, allowed] of Object.entries(template.permissions)) {
      allowed.forEach((item, i) => {
        const rest = allowed.filter((_, j) => j !== i);
        const without = { ...template.permissions, [permission]: rest };
        if (permission === 'inject_script') expect(run(without)).toContain('gtmOnFailure');
        else expect(() => run(without), JSON.stringify(item)).toThrow('Permission denied');
        for (const use of ['read', 'write', 'execute']) {
          if (typeof item === 'string' || item[use] !== true) continue;
          const reduced = [...rest, { ...item, [use]: false }];
          expect(
            () => run({ ...template.permissions, [permission]: reduced }),
            `${use} ${JSON.stringify(item)}`,
          ).toThrow('Permission denied');
        }
      });
    }
  });

  it.each(template.scenarios)('passes its own test: $name', ({ code }) => {
    expect(runScenario(template, code)).toBeGreaterThan(0);
  });

  it('fails its own tests when it tells nothing, or grants everything', () => {
    const changes = [
      ['updateConsentState(state);', ''],
      ["allowed[id] ? 'granted' : 'denied'", "'granted'"],
      ["=== 'granted' ? 'granted' : 'denied'", "=== 'denied' ? 'granted' : 'denied'"],
      ['if (text === told) return;', ''],
      ['if (!decided) return;', ''],
      ["callInWindow('consentry.on', 'decision', tell);", ''],
      ["callInWindow('consentry.on', 'change', tell);", ''],
    ] as const;
    const broken = changes.map(([from, to]) => {
      expect(template.code).toContain(from);
      return template.code.replace(from, to);
    });
    for (const code of broken) {
      const failures = template.scenarios.filter((scenario) => {
        try {
          runScenario({ ...template, code }, scenario.code);
          return false;
        } catch {
          return true;
        }
      });
      expect(failures.length).toBeGreaterThan(0);
    }
  });
});
