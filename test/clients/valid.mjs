// SPDX-License-Identifier: MIT
// valid.mjs SCHEMA FILE…: says of each whether ajv finds it valid, and exits 1 if one is not.
import {readFileSync} from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const [schema, ...files] = process.argv.slice(2);
const ajv = new Ajv.default({strict: true, allErrors: true});
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
for (const file of files) {
  const valid = validate(JSON.parse(readFileSync(file, 'utf8')));
  console.log(`${file} ${valid ? 'valid' : `invalid: ${ajv.errorsText(validate.errors)}`}`);
  if (!valid) process.exitCode = 1;
}
