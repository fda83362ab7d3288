// Writes media/config.schema.json from the schema that reads the configuration. Run `npm run compile` first.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { configJsonSchema } from '../out/src/workspace/config-schema.js';

const file = new URL('../media/config.schema.json', import.meta.url);
const style = await resolveConfig(file);
writeFileSync(file, await format(JSON.stringify(configJsonSchema()), { ...style, parser: 'json' }));
