// Writes media/config.schema.json from the schema that reads the configuration. Run `npm run compile` first.
import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../out/src/workspace/config-schema.js';

writeFileSync(new URL('../media/config.schema.json', import.meta.url), `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
