import { lexMarkdown } from './lex-markdown.ts';
import type { Block, Inline } from './syntax-tree.ts';
import { readBlocks } from './read-blocks.ts';

/** A text as it is shown: emphasis in brackets of its own, lines by |, paragraphs by ¶. */
function shown(text: string): string {
  return readBlocks(lexMarkdown(text)).map(blockText).join('¶');
}

function blockText(block: Block): string {
  return 'children' in block ? (block.children as readonly Inline[]).map(inlineText).join('') : block.kind;
}

function inlineText(inline: Inline): string {
  if (inline.kind === 'break') return '|';
  if (!('children' in inline)) return inline.text;
  const inner = inline.children.map(inlineText).join('');
  const [open, close] = { strong: '⟦⟧', emphasis: '⟨⟩', deleted: '⊖⊖', link: '→←' }[inline.kind];
  return `${open ?? ''}${inner}${close ?? ''}`;
}

const CASES: Readonly<Record<string, readonly (readonly [written: string, shown: string])[]>> = {
  'reads emphasis beside Chinese, Japanese and Korean punctuation': [
    ['**重点。**然后继续，还有**注意：**看这里', '⟦重点。⟧然后继续，还有⟦注意：⟧看这里'],
    ['*斜体（括号）*之后', '⟨斜体（括号）⟩之后'],
    ['这是**“引用”**的话', '这是⟦“引用”⟧的话'],
    ['**「猫」**が好き、**（注）**です', '⟦「猫」⟧が好き、⟦（注）⟧です'],
    ['**한국어(괄호)**입니다', '⟦한국어(괄호)⟧입니다'],
    ['***全部！***好', '⟨⟦全部！⟧⟩好'],
    ['an **important** word, 2 * 3 * 4', 'an ⟦important⟧ word, 2 * 3 * 4'],
    ['**时长:**5秒，**画幅(比)**16', '⟦时长:⟧5秒，⟦画幅(比)⟧16'],
    ['**Seed:**42，**Model:**turbo', '⟦Seed:⟧42，⟦Model:⟧turbo'],
    ['**“cat”**is, **العربية:**نص', '⟦“cat”⟧is, ⟦العربية:⟧نص'],
    ['**`--seed`:**5，**[名](https://a.example):**5', '⟦--seed:⟧5，⟦→名←:⟧5'],
    ['方案**A**2 个，价格(含税)**5 元**', '方案⟦A⟧2 个，价格(含税)⟦5 元⟧'],
  ],
  'strikes out by two tildes only': [
    ['1~2 秒 3~4 秒', '1~2 秒 3~4 秒'],
    ['~5 分钟到~10 分钟', '~5 分钟到~10 分钟'],
    ['1~~2 秒 3~~4 秒', '1~~2 秒 3~~4 秒'],
    ['~~旧~~新', '⊖旧⊖新'],
    ['原价~~100元。~~现价 80', '原价⊖100元。⊖现价 80'],
  ],
  'changes no number': [
    ['2*3*4=24', '2*3*4=24'],
    ['1_000_000 帧', '1_000_000 帧'],
    ['2**3**2', '2**3**2'],
    ['体积是 5*（3+2）*4=100', '体积是 5*（3+2）*4=100'],
    ['（1+2）*（3+4）*（5+6）', '（1+2）*（3+4）*（5+6）'],
    ['３*４*５', '３*４*５'],
    ['3*x*5，a*b*c，x**2 + y**2', '3*x*5，a*b*c，x**2 + y**2'],
    ['width*height*fps，a*(b+c)*d', 'width*height*fps，a*(b+c)*d'],
    ['10cm*20cm*30cm，3米*4米、5 秒*24 帧', '10cm*20cm*30cm，3米*4米、5 秒*24 帧'],
    ['总价=单价*数量*折扣，*注意*', '总价=单价*数量*折扣，⟨注意⟩'],
    ['长度*宽度*高度=体积', '长度*宽度*高度=体积'],
    ['体积=长*宽*高，*注意*单位', '体积=长*宽*高，⟨注意⟩单位'],
    ['我*非常*喜欢，共 5**（含税）**元', '我⟨非常⟩喜欢，共 5⟦（含税）⟧元'],
  ],
  'has no words for the definition of a link': [
    ['[注意]: 请勿上传隐私图片\n\n好的', '[注意]: 请勿上传隐私图片¶好的'],
    ['[提示]:稍候', '[提示]:稍候'],
    ['脚注[^1]\n\n[^1]: 来源', '脚注[^1]¶[^1]: 来源'],
    ['[^1]: https://a.example/x', '[^1]: →https://a.example/x←'],
    ['[来源]: https://a.example/x', '[来源]: →https://a.example/x←'],
    ['[请看](必读)的说明', '[请看](必读)的说明'],
    ['[x](javascript:alert(1))', 'x'],
    ['见[名][1]\n\n[1]: https://a.example/x', '见→名←'],
  ],
  'leaves faces as they are drawn': [
    ['（*^_^*）和(*^▽^*)，(*注意*)', '（*^_^*）和(*^▽^*)，(⟨注意⟩)'],
    ['>_< 和 >w< 好累 ^_^ _(:з」∠)_ 好 _(:з」∠)_', '>_< 和 >w< 好累 ^_^ _(:з」∠)_ 好 _(:з」∠)_'],
    [String.raw`¯\_(ツ)_/¯`, String.raw`¯\_(ツ)_/¯`],
  ],
  'leaves formulas as they are written': [
    [String.raw`设 \(x\) 和 \(a_1 * b_1\)`, String.raw`设 \(x\) 和 \(a_1 * b_1\)`],
    [String.raw`\[ E = mc^2 \]`, String.raw`\[ E = mc^2 \]`],
    ['\\[\n- x\n= y\n\\]', '\\[|- x|= y|\\]'],
    ['$a_1 * b$ 和 $c * d_1$', '$a_1 * b$ 和 $c * d_1$'],
    ['$$\n\\sum_{i} x_{i} \\\\ y\n$$\n\n完', '$$|\\sum_{i} x_{i} \\\\ y|$$¶完'],
    ['$5 **和** $10', '$5 ⟦和⟧ $10'],
    [String.raw`\[不是链接\](https://a.example)`, '[不是链接](→https://a.example←)'],
    [String.raw`\*不斜\*`, '*不斜*'],
    ['`\\(x\\)`', '\\(x\\)'],
  ],
  'ends an address where the sentence goes on': [
    ['见https://a.example/x。谢谢', '见→https://a.example/x←。谢谢'],
    ['（https://a.example/x）', '（→https://a.example/x←）'],
    ['[名](https://a.example/)。', '→名←。'],
    ['https://a.example/x｜https://b.example/y～', '→https://a.example/x←｜→https://b.example/y←～'],
  ],
};

describe('lexMarkdown', () => {
  for (const [title, cases] of Object.entries(CASES)) {
    it(title, () => {
      for (const [written, expected] of cases) expect(shown(written)).withContext(written).toBe(expected);
    });
  }
});
