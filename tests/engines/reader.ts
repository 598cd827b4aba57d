/** A reader at WebKit's keyboard: finds things by what they are called, through the shadow roots that hide them from a driver. */
import type { WebElement } from "selenium-webdriver";
import { error, type WebDriver } from "selenium-webdriver";

export interface Sought {
  /** A test id, or a selector where there is none. */
  id?: string;
  selector?: string;
  /** Of those, the first whose text has this in it. */
  text?: string;
  /** File fields lie hidden behind the button that opens them. */
  hidden?: true;
}

const PATIENCE_MS = 30_000;

export class Reader {
  constructor(private readonly driver: WebDriver) {}

  async see(sought: Sought): Promise<WebElement> {
    const element = await this.driver.wait(
      () => this.driver.executeScript<WebElement | null>(find, sought),
      PATIENCE_MS,
      `waiting for ${JSON.stringify(sought)}`,
    );
    if (element === null) throw new Error(`not seen: ${JSON.stringify(sought)}`);
    return element;
  }

  /** What is there may still be disabled, lie behind a dialog that is closing, or be drawn anew: then it is sought again. */
  async press(sought: Sought): Promise<void> {
    await this.driver.wait(
      async () => {
        const element = await this.see(sought);
        try {
          // A driver clicks what is disabled without a word.
          if (!(await element.isEnabled())) return false;
          // Nor does this one bring into view what lies in a shadow root.
          await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'nearest' })", element);
          // And it clicks a place: what moves on, or lies below something else, would not be what is pressed there.
          const there = await this.driver.executeScript<string | null>(placeOf, element);
          if (there === null || there !== (await this.driver.executeScript<string | null>(placeOf, element)))
            return false;
          await element.click();
          return true;
        } catch (reason) {
          if (reason instanceof error.ElementNotInteractableError) return false;
          if (reason instanceof error.StaleElementReferenceError) return false;
          throw reason;
        }
      },
      PATIENCE_MS,
      `waiting to press ${JSON.stringify(sought)}`,
    );
  }

  async goTo(step: string): Promise<void> {
    await this.press({ selector: "nav a", text: step });
    await this.see({ selector: "h1", text: step });
  }

  async texts(id: string): Promise<string[]> {
    return this.driver.executeScript<string[]>(textsOf, id);
  }
}

/** Runs in the page. */
function find({ id, selector, text, hidden }: Sought): Element | null {
  const wanted = selector ?? `[data-testid="${id ?? ""}"]`;
  const search = (root: Document | ShadowRoot): Element | null => {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      const fits = element.matches(wanted) && (text === undefined || element.innerText.includes(text));
      if (fits && (hidden === true || element.checkVisibility())) return element;
      const inside = element.shadowRoot === null ? null : search(element.shadowRoot);
      if (inside !== null) return inside;
    }
    return null;
  };
  return search(document);
}

/** Runs in the page: where its middle is; null where something else lies there. */
function placeOf(element: Element): string | null {
  const { left, top, width, height } = element.getBoundingClientRect();
  const x = left + width / 2;
  const y = top + height / 2;
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot != null) {
    const inside = hit.shadowRoot.elementFromPoint(x, y);
    if (inside === null || inside === hit) break;
    hit = inside;
  }
  return hit !== null && (element.contains(hit) || hit.contains(element)) ? `${x} ${y}` : null;
}

/** Runs in the page. */
function textsOf(id: string): string[] {
  const found: string[] = [];
  const search = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      if (element.dataset["testid"] === id) found.push(element.innerText);
      if (element.shadowRoot !== null) search(element.shadowRoot);
    }
  };
  search(document);
  return found;
}
