/**
 * The page in other hands: translated by a browser, in a frame that allows no forms, with a dialog open.
 */
import { expect, open, openPanel, settled, showTab, test } from './page.js';

/** @import { Page } from '@playwright/test' */

/**
 * Does what a browser's translator does: takes each text out, also those drawn later, and puts an element
 * with another text in its place.
 *
 * @param {Page} page
 */
const translate = (page) =>
  page.evaluate(() => {
    const kept = 'script, style, textarea, font, svg, math';
    /** @param {Text} text */
    const wrap = (text) => {
      if (!text.parentElement || text.parentElement.closest(kept) || text.data.trim() === '') return;
      const font = document.createElement('font');
      font.textContent = `·${text.data}`;
      text.replaceWith(font);
    };
    /** @param {Node} root */
    const all = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      /** @type {Text[]} */
      const found = [];
      while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
      found.forEach(wrap);
    };
    all(document.body);
    new MutationObserver((changes) =>
      changes.forEach(({ addedNodes }) =>
        addedNodes.forEach((node) => {
          if (node instanceof Text) wrap(node);
          else if (node instanceof Element && node.tagName !== 'FONT') all(node);
        }),
      ),
    ).observe(document.body, { childList: true, subtree: true });
  });

/** A text without the marks of translations, and with single blanks. @param {string} text */
const plain = (text) => text.replaceAll('·', '').replace(/\s+/g, ' ');

for (const when of ['at once', 'later']) {
  test(`a page that is translated ${when} shows what is at the position`, async ({ page, context }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const other = await context.newPage();
    await other.emulateMedia({ reducedMotion: 'reduce' });
    for (const one of [page, other]) {
      await open(one);
      await showTab(one, 'Mini-batch');
    }
    if (when === 'later') for (const one of [page, other]) await one.keyboard.press('ArrowRight');
    await translate(page);
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight']) {
      for (const one of [page, other]) await one.keyboard.press(key);
    }
    for (const one of [page, other])
      await expect(one.locator('svg.network')).toHaveAttribute('data-position', '0.1.4.3');
    for (const part of ['[data-part="caption"]', '#side', '[data-part="timeline"]', '.equation']) {
      const wanted = plain(await other.locator(part).first().innerText());
      await expect.poll(async () => plain(await page.locator(part).first().innerText())).toBe(wanted);
    }
    expect(await page.locator('[data-part="caption"] font').count()).toBeGreaterThan(0);
  });
}

test.describe('in a frame', () => {
  // A browser warns of every frame that allows scripts of the same origin.
  test.use({ allowed: [/allow-scripts and allow-same-origin/] });
  test('forms work, also where the host allows none', async ({ page, baseURL }) => {
    await page.route('**/course.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe sandbox="allow-scripts allow-same-origin" width="1300" height="800"
        src="${baseURL}"></iframe>`,
      }),
    );
    await page.goto('course.html');
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('svg.network')).toHaveAttribute('data-position', '0.0.0.0');
    await frame.getByRole('tab', { name: 'Practise' }).click();
    await frame.locator('#side').getByRole('button', { name: 'Check my homework', exact: true }).click();
    await frame.getByRole('button', { name: /Type or paste/ }).click();
    await frame.getByRole('button', { name: 'Mazur’s 2-2-2' }).click();
    await frame.getByRole('button', { name: 'Compute' }).click();
    await expect(frame.locator('svg.network')).toHaveAttribute('aria-label', 'Network 2-2-2');
  });
});

test('homework that was typed is there again, and nothing is undone behind a dialog', async ({ page }) => {
  await open(page);
  await page.locator('#eta').fill('7');
  await page.locator('#eta').press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await openPanel(page, 'Practise', 'Check my homework');
  await page.getByRole('button', { name: /Type or paste/ }).click();
  // Before anything is typed, which the browser itself would take back.
  await page.getByLabel('C is halved').press('Control+z');
  await expect(page.locator('#eta')).toHaveValue('7');
  await page.locator('textarea[name=numbers]').fill('w2 = [[1]]');
  await page.getByLabel('C is halved').uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /Type or paste/ }).click();
  await expect(page.locator('textarea[name=numbers]')).toHaveValue('w2 = [[1]]');
  await expect(page.getByLabel('C is halved')).not.toBeChecked();
});

test('the same file, changed, can be chosen again', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Data' });
  await sheet.getByRole('button', { name: 'Your own', exact: true }).click();
  for (const rows of [2, 3]) {
    const text = `a,y\n${Array.from({ length: rows }, (_, at) => `${at},${at % 2}`).join('\n')}\n`;
    await page
      .locator('#own-file')
      .setInputFiles({ name: 'same.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await expect(sheet).toContainText(`${rows} samples, 1 inputs`.replace('1 inputs', '1 input'));
    await expect(page.locator('#own-file')).toHaveJSProperty('value', '');
  }
});

test('an address with a stop of the lesson goes there in the open page', async ({ page }) => {
  await open(page);
  await page.evaluate(() => (location.hash = '#lesson-6'));
  await expect(page.getByRole('region', { name: 'Lesson' })).toContainText('6');
  await settled(
    page,
    await page.locator('svg.network').evaluate((svg) => {
      const [epoch = 0, miniBatch = 0, sample = 0, step = 0] = String(svg.getAttribute('data-position'))
        .split('.')
        .map(Number);
      return { epoch, miniBatch, sample, step };
    }),
  );
});
