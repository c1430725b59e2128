import { GrowingMarkdown, type Stretch } from './markdown.ts';
import type { Block } from './syntax-tree.ts';

function blocks(content: string): readonly Block[] {
  return new GrowingMarkdown().read(content, 'whole').flatMap((stretch) => stretch.blocks);
}

describe('GrowingMarkdown', () => {
  it('reads what a bot writes', () => {
    expect(blocks('# 题\n\n一**粗**二`码`\n三')).toEqual([
      { kind: 'heading', level: 1, children: [{ kind: 'text', text: '题' }] },
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: '一' },
          { kind: 'strong', children: [{ kind: 'text', text: '粗' }] },
          { kind: 'text', text: '二' },
          { kind: 'code', text: '码' },
          { kind: 'break' },
          { kind: 'text', text: '三' },
        ],
      },
    ]);
  });

  it('reads lists, tasks and quotes', () => {
    const item = (text: string): Block => ({ kind: 'line', children: [{ kind: 'text', text }] });
    expect(blocks('3. 一\n4. 二\n\n- [x] 好\n\n> 引')).toEqual([
      {
        kind: 'list',
        isOrdered: true,
        items: [
          { children: [item('一')], number: 3 },
          { children: [item('二')], number: 4 },
        ],
      },
      { kind: 'list', isOrdered: false, items: [{ children: [item('好')], isDone: true }] },
      { kind: 'quote', children: [{ kind: 'paragraph', children: [{ kind: 'text', text: '引' }] }] },
    ]);
  });

  it('reads tables and code', () => {
    const cell = (text: string) => [{ kind: 'text', text }] as const;
    expect(blocks('|a|b|\n|:-|-:|\n|1|2|\n\n```ts title\nlet a;\n```')).toEqual([
      { kind: 'table', alignments: ['left', 'right'], header: [cell('a'), cell('b')], rows: [[cell('1'), cell('2')]] },
      { kind: 'code', language: 'ts', text: 'let a;' },
    ]);
  });

  it('takes HTML for the text that it is', () => {
    expect(blocks('<img src=x onerror=alert(1)>\n\n一<b>二</b>')).toEqual([
      { kind: 'paragraph', children: [{ kind: 'text', text: '<img src=x onerror=alert(1)>' }] },
      {
        kind: 'paragraph',
        children: ['一', '<b>', '二', '</b>'].map((text) => ({ kind: 'text', text })),
      },
    ]);
  });

  it('opens what is safe to open, and nothing else', () => {
    const link = (href: string): Block | undefined => blocks(`[名](${href})`)[0];
    const named = [{ kind: 'text', text: '名' }] as const;
    for (const href of ['https://a.example/b', 'http://a.example/', 'mailto:a@b.example']) {
      expect(link(href)).toEqual({ kind: 'paragraph', children: [{ kind: 'link', href, children: named }] });
    }
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/gallery', 'JaVaScRiPt:x']) {
      expect(link(href)).withContext(href).toEqual({ kind: 'paragraph', children: named });
    }
  });

  it('loads no image', () => {
    expect(blocks('![猫](https://a.example/猫.png)')).toEqual([
      { kind: 'paragraph', children: [{ kind: 'image', href: 'https://a.example/%E7%8C%AB.png', text: '猫' }] },
    ]);
  });

  it('writes characters that are spelled out', () => {
    expect(blocks('a &amp; b &#39;&#x4e2d;&nope;')[0]).toEqual({
      kind: 'paragraph',
      children: [{ kind: 'text', text: "a & b '中&nope;" }],
    });
  });

  it('reads what is half written as if it were whole', () => {
    const reader = new GrowingMarkdown();
    expect(reader.read('一**二', 'growing')[0]?.blocks).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: '一' },
          { kind: 'strong', children: [{ kind: 'text', text: '二' }] },
        ],
      },
    ]);
    expect(reader.read('```js\nlet', 'growing')[0]?.blocks).toEqual([{ kind: 'code', language: 'js', text: 'let' }]);
  });

  it('reads the same in pieces as at once, and settled stretches only once', () => {
    const content =
      '# 题\r\n\r\n一段\n\n- a\n- b\n\n  c\n\n```js\nlet a;\n\n\nlet b;\n```\n\n|a|\n|-|\n|1|\n\n> 引\n> 文\n\n完';
    const reader = new GrowingMarkdown();
    let before: readonly Stretch[] = [];
    for (let end = 1; end < content.length; end++) {
      const now = reader.read(content.slice(0, end), 'growing');
      for (const [index, stretch] of before.slice(0, -1).entries()) expect(now[index]).toBe(stretch);
      expect(now.slice(0, before.length).map(({ start }) => start)).toEqual(
        before.map(({ start }) => start).slice(0, now.length),
      );
      before = now;
    }
    expect(reader.read(content, 'whole')).toEqual(new GrowingMarkdown().read(content, 'whole'));
  });

  it('finds what a link refers to at the end of the text', () => {
    const reader = new GrowingMarkdown();
    reader.read('见[这里][1]。\n\n然后', 'growing');
    const [first] = reader.read('见[这里][1]。\n\n然后\n\n[1]: https://a.example/', 'whole');
    expect(JSON.stringify(first)).toContain('https://a.example/');
  });

  it('takes another text for another text', () => {
    const reader = new GrowingMarkdown();
    reader.read('一\n\n二', 'growing');
    expect(reader.read('三', 'growing').map(({ start }) => start)).toEqual([0]);
  });
});
