// SPDX-License-Identifier: MIT
// sarif.mjs FILE…: says of each whether it is valid by the JSON Schema of SARIF 2.1.0, which Microsoft's matchers for
// jest carry, and how many results it has; exits 1 if one is not.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';

const {resolve} = createRequire(import.meta.url);
const schema = resolve('@microsoft/jest-sarif').replace(/index[.]js$/, 'schemas/sarif-2.1.0-rtm.5.json');
const ajv = new Ajv.default({strict: false, allErrors: true, unicodeRegExp: false});
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
for (const file of process.argv.slice(2)) {
  const log = JSON.parse(readFileSync(file, 'utf8'));
  const valid = validate(log);
  const results = log.runs?.flatMap((run) => run.results) ?? [];
  console.log(`${file} ${valid ? 'valid' : `invalid: ${ajv.errorsText(validate.errors)}`}, ${results.length} results`);
  if (!valid) process.exitCode = 1;
}
