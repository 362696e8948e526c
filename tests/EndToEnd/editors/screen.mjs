// A browser page with a real editor in it, and what is asked of it. What is seen is written line by line; the first thing that is missing ends the run with 1.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
export const pictures = join(root, "artifacts/editors/pictures");
const started = Date.now();

/** Opens a page that may speak to this machine only. */
export async function open(url, size) {
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.env.ICX_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage({ viewport: size });
  await page.route(address => !["127.0.0.1", "localhost"].includes(address.hostname) && address.protocol.startsWith("http"), route => route.abort());
  page.on("pageerror", fault => console.log("the page says:", String(fault).slice(0, 300)));
  page.setDefaultTimeout(90_000);
  await page.goto(url, { waitUntil: "commit" });
  return { browser, page, screen: new Screen(page) };
}

export class Screen {
  constructor(page) {
    this.page = page;
  }

  say(what) {
    console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  }

  /** Waits until an element whose text matches is there, says what it says, and gives it. */
  async sees(what, selector, pattern) {
    // Editors write blanks that do not break.
    const spaced = new RegExp(pattern.source.replaceAll(" ", "\\s"), pattern.flags);
    const found = this.page.locator(selector).filter({ hasText: spaced }).first();
    try {
      await found.waitFor({ state: "visible" });
    } catch {
      throw new Error(`${what}: nothing at ${selector} says ${pattern}`);
    }
    const text = (await found.innerText()).replaceAll("\u00a0", " ").replace(/\s*\n\s*/g, " | ").trim();
    this.say(`${what}: ${text.slice(0, 200)}`);
    return found;
  }

  /** Puts the pointer on the first occurrence of a word in the line that holds a text. */
  async pointAt(lineText, word) {
    const place = await this.page.locator(".view-line", { hasText: lineText }).first().evaluate((line, word) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.data.indexOf(word);
        if (at >= 0) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return null;
    }, word);
    if (place === null) {
      throw new Error(`no ${word} in the line with ${lineText}`);
    }
    await this.page.mouse.move(place.x - 3, place.y);
    await this.page.mouse.move(place.x, place.y);
    return place;
  }

  /** Takes a picture once nothing moves any more. */
  async picture(name) {
    await this.page.waitForTimeout(500);
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }
}
