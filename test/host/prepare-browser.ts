import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { prepareOnce, projectFolder } from './prepare-server.js';

const flags = [
  '--headless=shell',
  '--no-sandbox',
  '--no-zygote',
  '--disable-setuid-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const fontConfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Unpacks the Chromium of the npm package with the libraries and fonts that a bare Debian lacks. */
async function unpackChromium(): Promise<Program> {
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  const folder = await prepareOnce('chromium-138.0.2', (scratch) => {
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: projectFolder,
      // The package unpacks its libraries only where it believes to be on Lambda.
      env: { ...process.env, TMPDIR: scratch, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    // What the package wrote there looks for fonts in the folders of Lambda only.
    writeFileSync(join(scratch, 'fonts', 'fonts.conf'), fontConfig);
  });
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return { path: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), ...fonts } };
}

/** The user's own Chromium (`CHROME_PATH`) or the one from npm, without a window. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROME_PATH'];
  const program = own === undefined ? await unpackChromium() : { path: own, env: {} };
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return chromium.launch({
    executablePath: program.path,
    args: flags,
    env: { ...Object.fromEntries(inherited), ...program.env },
  });
}
