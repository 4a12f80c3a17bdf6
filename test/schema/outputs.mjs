// SPDX-License-Identifier: MIT
// outputs.mjs PROGRAM: every schema of data/schema compiles strictly, what cprota prints as JSON validates, and
// every schema of an output is held against one.
// An output may only grow, so the schemas allow keys that they do not name; here, where an unknown key is one
// misspelt on one side or the other, they do not.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const clients = createRequire(path.join(source, 'test/clients/package.json'));
const {default: Ajv} = clients('ajv/dist/2020.js');
const {default: formats} = clients('ajv-formats');

let failed = false;
const fail = (what) => {
  console.error(`test/schema/outputs: ${what}`);
  failed = true;
};
const files = (folder, ending) =>
  readdirSync(path.join(source, folder)).filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
const text = (file) => readFileSync(path.join(source, file), 'utf8');

// The schema with no other keys than those it names.
const closed = (schema) => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isObject = [copy.type].flat().includes('object') && typeof copy.properties === 'object';
  return isObject && !('additionalProperties' in copy) ? {...copy, additionalProperties: false} : copy;
};

// The `cprota.X/N` that a schema is for.
const versions = (schema) => {
  const at = [schema, ...(schema.oneOf ?? []).map((one) => (one.$ref ? schema.$defs[one.$ref.split('/').pop()] : one))];
  return at.map((one) => one.properties?.schema?.const).filter(Boolean);
};

const compile = () => {
  const validators = new Map();
  for (const file of files('data/schema', '.json')) {
    const ajv = new Ajv({strict: true, allErrors: true});
    formats(ajv);
    try {
      const schema = JSON.parse(text(file));
      ajv.compile(schema);
      if (schema.$id !== `https://cprota.example.org/schema/${path.basename(file)}`) fail(`${file}: its $id names another`);
      delete schema.$id;
      const validate = ajv.compile(closed(schema));
      for (const version of new Set(versions(schema))) {
        if (validators.has(version)) fail(`${file}: ${version} has another schema too`);
        validators.set(version, {file, validate});
      }
    } catch (error) {
      fail(`${file}: ${error.message}`);
    }
  }
  return validators;
};

// The JSON documents that a golden file expects, each with its line.
function* shown(file) {
  let lines = [];
  const document = () => {
    const begin = lines.findIndex((line) => line.startsWith('{"schema": "cprota.') || line === '{');
    if (begin < 0) return undefined;
    try {
      return JSON.parse(lines.slice(begin).join('\n'));
    } catch {
      return undefined;  // of a pipe, cut
    }
  };
  let at = 0;
  for (const [index, line] of [...text(file).split('\n'), '== end'].entries()) {
    if (/^ {2}\$ |^== /.test(line)) {
      const found = document();
      if (found) yield [`${file}:${at}`, found];
      lines = [];
      at = index + 1;
    } else if (line.startsWith('  ') && !/^ {2}[!>[|] /.test(line) && !line.startsWith('  [exit')) {
      lines.push(line.slice(2));
    }
  }
}

// What the command of each line prints and, where it names FOLDER, the JSON that it writes into an empty one.
function* printed(program) {
  for (const line of text('test/schema/outputs').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const folder = mkdtempSync(path.join(tmpdir(), 'cprota-schema-'));
    const words = line.split(' ').map((word) => (word === 'FOLDER' ? path.join(folder, 'new') : word));
    const run = spawnSync(program, ['--config', path.join(source, 'data/example'), ...words], {
      encoding: 'utf8',
      env: {PATH: '/usr/bin:/bin', CPROTA_NOW: '2026-11-23T09:15'},
      maxBuffer: 1 << 28,
    });
    if (run.status !== 0 && run.status !== 1) {
      fail(`cprota ${line}: exit ${run.status}: ${run.stderr}`);
    } else {
      try {
        if (!words.includes(path.join(folder, 'new'))) yield [`cprota ${line}`, JSON.parse(run.stdout)];
        for (const name of readdirSync(folder, {recursive: true})) {
          if (name.endsWith('.json')) yield [`cprota ${line}: ${name}`, JSON.parse(readFileSync(path.join(folder, name)))];
        }
      } catch (error) {
        fail(`cprota ${line}: ${error.message}`);
      }
    }
    rmSync(folder, {recursive: true});
  }
}

const validators = compile();
const seen = new Set();
const ran = new Set();
const hold = (where, document) => {
  const known = validators.get(document.schema);
  if (!known) return fail(`${where}: no schema in data/schema is for ${document.schema}`);
  seen.add(document.schema);
  for (const error of known.validate(document) ? [] : known.validate.errors.slice(0, 5)) {
    fail(`${where}: ${known.file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  }
};
for (const [where, document] of printed(process.argv[2])) {
  ran.add(document.schema);
  hold(where, document);
}
for (const file of files('test/cli', '.cli')) {
  for (const [where, document] of shown(file)) if (document.schema?.startsWith?.('cprota.')) hold(where, document);
}

const written = new Set();
for (const file of files('lib/src/format', '.cpp')) {
  for (const [, version] of text(file).matchAll(/"(cprota\.[a-z-]+\/\d+)"/g)) written.add(version);
}
for (const version of written) if (!validators.has(version)) fail(`no schema in data/schema is for ${version}`);
for (const [version, {file}] of validators) {
  if (!written.has(version)) fail(`${file}: nothing writes ${version}`);
  if (!seen.has(version)) fail(`${file}: no golden file and no line of test/schema/outputs shows ${version}`);
}
if (seen.size === 0 || ran.size === 0) fail('nothing was checked');
process.exit(failed ? 1 : 0);
