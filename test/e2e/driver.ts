import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** Pictures of a run; kept as artefacts. */
export const SHOTS = join(import.meta.dirname, '..', '..', 'test-results', 'screenshots');
mkdirSync(SHOTS, { recursive: true });

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let connected: Promise<Browser> | null = null;

/** The one browser of the run. */
export function sharedBrowser(): Promise<Browser> {
  connected ??= chromium.connect(inject('browserEndpoint'));
  return connected;
}

/**
 * In the page: the map's frames draw nothing until `drawMap(true)`, which begins with the latest once more. Software draws every pixel,
 * which is most of what a journey costs, and nobody looks at the frames between two pictures.
 */
const DRAWS_WHEN_ASKED = `{
  let isAsked = false;
  let canvas = null;
  let latest = null;
  for (const method of ['drawArrays', 'drawElements']) {
    const draw = WebGL2RenderingContext.prototype[method];
    WebGL2RenderingContext.prototype[method] = function (...args) {
      canvas = this.canvas;
      if (isAsked) draw.apply(this, args);
    };
  }
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (frame) =>
    request((time) => {
      canvas = null;
      frame(time);
      if (canvas !== null) latest = { frame, canvas };
    });
  window.drawMap = (wanted) => {
    isAsked = wanted;
    if (wanted && latest?.canvas.isConnected) latest.frame(performance.now());
  };
}`;

/** Size of journeys whose pictures nobody judges: software draws every pixel. */
export const SMALL = { width: 1024, height: 768 };

export interface OpenOptions {
  /** Query of the link, without the question mark. */
  readonly query?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly host?: string;
  readonly locale?: 'de-DE' | 'en-GB';
  /** Runs in the page before anything else. */
  readonly before?: string;
  /** Prepares routes before the page is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Parts of console messages that this journey provokes on purpose. */
  readonly expectedErrors?: readonly RegExp[];
  readonly touch?: boolean;
  /** A browser that was never here: the page asks what one works in. */
  readonly firstVisit?: boolean;
  /** Part behind `#` of the link. */
  readonly hash?: string;
  /** Pictures of this journey are judged: drawn at full size. Others at half, for software draws every pixel. */
  readonly pictures?: boolean;
  /** The map draws all its frames, as for a person. In others it draws for screenshots only. */
  readonly everyFrame?: boolean;
  /** A journey that is not about the map: small, without overlays and gap map unless its query says so. Half of what a start costs. */
  readonly bare?: boolean;
  /** CSS zoom by device pixel: a 200 % zoom is half the viewport at scale factor 2. */
  readonly zoom?: number;
}

export interface AxeFinding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** A page of the app and everything that went wrong in it. */
export interface AppDriver {
  readonly page: Page;
  /** Console errors, exceptions, policy violations, requests that left loopback. */
  readonly complaints: string[];
  /** Waits until the map has drawn everything it has. */
  mapIdle(): Promise<void>;
  /** Follows a link inside the running app, as the back button does: its address with these parts changed, or left out (`null`). */
  follow(parts: Readonly<Record<string, string | null>>): Promise<void>;
  /** Waits until the gap map shows the answer to this question, e.g. "kita-u3 2030 middle". */
  gapsShown(question: string): Promise<void>;
  screenshot(name: string, options?: { readonly fullPage: boolean }): Promise<void>;
  /** Presses Tab, or Shift+Tab, until an element has the focus: whoever has no mouse gets there too. Throws after 300. */
  reach(element: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Serious and critical findings in what is shown, once nothing of it is being computed anew. */
  axe(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openApp(options: OpenOptions = {}): Promise<AppDriver> {
  const browser = await sharedBrowser();
  const zoom = options.zoom ?? 1;
  const size = options.viewport ?? (options.bare ? SMALL : { width: 1440, height: 900 });
  const context: BrowserContext = await browser.newContext({
    viewport: { width: Math.round(size.width / zoom), height: Math.round(size.height / zoom) },
    deviceScaleFactor: options.zoom ?? (options.pictures ? 1 : 0.5),
    locale: options.locale ?? 'de-DE',
    reducedMotion: 'reduce',
    hasTouch: options.touch ?? false,
  });
  const page = await context.newPage();
  // Software rendering on a busy machine is slow; no journey judges time.
  page.setDefaultTimeout(90_000);
  const complaints: string[] = [];
  const expected = (text: string) => (options.expectedErrors ?? []).some((pattern) => pattern.test(text));
  const complain = (text: string) => {
    if (!expected(text)) complaints.push(text);
  };
  const host = options.host ?? '127.0.0.1';
  const origin = `http://${host}:${inject('port')}`;
  page.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complain(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
      complain(`left loopback: ${url}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  if (!options.firstVisit) {
    await page.addInitScript(() => {
      try {
        const key = 'gemeinbedarf.settings';
        const known = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
        localStorage.setItem(key, JSON.stringify({ role: 'planning', ...known }));
      } catch {
        // A journey may forbid storage.
      }
    });
  }
  if (!options.everyFrame) await page.addInitScript(DRAWS_WHEN_ASKED);
  if (options.before !== undefined) await page.addInitScript(options.before);
  await options.prepare?.(page);
  const query = [options.bare ? ['layers=none', 'gap=off'] : [], options.query ?? []].flat().join('&');
  await page.goto(`${origin}/?${query}${options.hash === undefined ? '' : `#${options.hash}`}`);
  return {
    page,
    complaints,
    mapIdle: async () => {
      await page.waitForFunction(() => document.documentElement.dataset.mapState === 'idle', undefined, {
        timeout: 90_000,
      });
    },
    follow: (parts) =>
      page.evaluate((changed) => {
        const url = new URL(location.href);
        for (const [key, value] of Object.entries(changed)) {
          if (value === null) url.searchParams.delete(key);
          else url.searchParams.set(key, value);
        }
        history.pushState(null, '', url);
        dispatchEvent(new PopStateEvent('popstate'));
      }, parts),
    gapsShown: async (question) => {
      await page.waitForFunction((wanted) => document.documentElement.dataset.gaps === wanted, question, {
        timeout: 90_000,
      });
    },
    screenshot: async (name, options = { fullPage: false }) => {
      await page.evaluate('window.drawMap?.(true)');
      await page.screenshot({ ...options, path: join(SHOTS, `${name}.png`) });
      await page.evaluate('window.drawMap?.(false)');
    },
    reach: async (element, key = 'Tab') => {
      await element.waitFor();
      for (let presses = 0; presses < 300; presses++) {
        if (await element.evaluate((found) => found === document.activeElement)) return;
        await page.keyboard.press(key);
      }
      throw new Error(`${element} is not reached by ${key}`);
    },
    axe: async () => {
      // What is being computed anew is paler, so that nobody takes it for the answer.
      await page.waitForFunction(() => document.querySelector('[data-stale], .stale') === null);
      await page.evaluate(axeSource);
      const findings = (await page.evaluate(
        '(async () => (await axe.run(document, { resultTypes: ["violations"] })).violations)()',
      )) as AxeFinding[];
      return findings
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    },
    close: () => context.close(),
  };
}
