// Finds browsers that really start; run as a script it installs what is missing where it may.
// Configs call find() only, since they are loaded by every worker.
import { spawnSync } from 'node:child_process';
import dns from 'node:dns/promises';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright';

const CACHE = path.resolve('node_modules/.cache/consentry/browsers.json');
const onPath = (...names) =>
  names.flatMap((name) =>
    (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
  );
const own = (type) => {
  try {
    return [type.executablePath()];
  } catch {
    return []; // Playwright has none for this platform
  }
};
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** Chromium refuses its sandbox to root. */
export const chromiumArgs = isRoot ? ['--no-sandbox'] : [];

const BROWSERS = {
  chromium: {
    variable: 'CONSENTRY_CHROMIUM',
    candidates: () => [
      ...own(chromium),
      ...onPath('chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge'),
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => process.env[name])
        .filter(Boolean)
        .map((folder) => path.join(folder, 'Google/Chrome/Application/chrome.exe')),
    ],
    // Existing is not enough: it may be a stub, or lack a library.
    starts: (executablePath) => launches(chromium, { executablePath, args: chromiumArgs }),
    playwright: 'chromium',
    packages: ['chromium', 'fonts-liberation', 'fonts-noto-cjk'],
  },
  firefox: {
    variable: 'CONSENTRY_FIREFOX',
    candidates: () => onPath('firefox-esr', 'firefox'),
    starts: (executablePath) => launches(firefox, { executablePath, channel: 'moz-firefox' }),
    packages: ['firefox-esr'],
  },
  webkit: {
    variable: 'CONSENTRY_WEBKIT_DRIVER',
    candidates: () => onPath('WebKitWebDriver'),
    starts: (file) => fs.existsSync(file) && onPath('xvfb-run').some((name) => fs.existsSync(name)),
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
  },
};

async function launches(type, options) {
  try {
    const browser = await type.launch({ ...options, timeout: 60_000 });
    await browser.close();
    return true;
  } catch (error) {
    console.warn(`[browsers] ${options.executablePath}: ${error.message.split('\n')[0]}`);
    return false;
  }
}

function cached() {
  try {
    return JSON.parse(fs.readFileSync(CACHE, 'utf8'));
  } catch {
    return {};
  }
}

/** Path of the browser (for WebKit: of its driver), or nothing. Does not install and does not start it. */
export function find(name) {
  const known = cached()[name];
  if (known && fs.existsSync(known)) return known;
  return all(name).find((file) => fs.existsSync(file));
}

const all = (name) => [process.env[BROWSERS[name].variable], ...BROWSERS[name].candidates()].filter(Boolean);

async function search(name) {
  for (const file of new Set(all(name))) {
    if (fs.existsSync(file) && (await BROWSERS[name].starts(file))) return file;
  }
  return undefined;
}

const run = (command, args, options = {}) => {
  console.log(`[browsers] ${command} ${args.join(' ')}`);
  return (
    spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', ...options }).status ===
    0
  );
};

async function reaches(host) {
  const late = new Promise((resolve) => setTimeout(resolve, 3000, false).unref());
  return Promise.race([
    dns.lookup(host).then(
      () => true,
      () => false,
    ),
    late,
  ]);
}

function installDebian(packages) {
  if (!isRoot || !fs.existsSync('/usr/bin/apt-get')) return false;
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 };
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  run('apt-get', ['update', '-qq', ...wait], options);
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wait, ...packages], options);
}

/** Finds the browsers named, installing what is missing. Returns what could not be had. */
export async function ensure(names) {
  const found = cached();
  const missing = [];
  for (const name of names) {
    let file = await search(name);
    const { playwright, packages } = BROWSERS[name];
    if (!file && playwright && (await reaches('playwright.dev'))) {
      if (run('npx', ['--no-install', 'playwright', 'install', playwright], { timeout: 300_000 }))
        file = await search(name);
    }
    if (!file && installDebian(packages)) file = await search(name);
    if (file) found[name] = file;
    else missing.push(name);
  }
  fs.mkdirSync(path.dirname(CACHE), { recursive: true });
  fs.writeFileSync(CACHE, JSON.stringify(found));
  return missing;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  const missing = await ensure(Object.keys(BROWSERS));
  for (const name of missing) {
    console.error(`[browsers] No usable ${name}. Install it, or set ${BROWSERS[name].variable} to its path.`);
  }
  process.exit(missing.length > 0 ? 1 : 0);
}
