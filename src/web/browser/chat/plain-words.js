// Markdown as replies are written in it (paragraphs, lists, bold, emphasis, links), as elements: nothing of it becomes HTML.
const plainWords = (text) =>
  blocksOf(text.split('\n')).map(({ kind, lines }) => {
    if (kind === 'p') return written('p', lines.join('\n'));
    const list = document.createElement(kind);
    const [, first] = /^(\d+)\./.exec(lines[0]) ?? [];
    if (first) list.start = Number(first);
    list.append(...lines.map((line) => written('li', line.replace(markOfItem, ''))));
    return list;
  });

/** Lines of one kind that follow one another; an empty one parts them, and what follows an item in its column is its own. */
function blocksOf(lines) {
  const blocks = [];
  let open = null;
  for (const line of lines) {
    const kind = /^- /.test(line) ? 'ul' : /^\d+\. /.test(line) ? 'ol' : 'p';
    if (line.trim() === '') {
      open = null;
    } else if (kind === 'p' && open !== null) {
      open.lines[open.lines.length - 1] += `\n${line.trim()}`;
    } else if (kind === open?.kind) {
      open.lines.push(line);
    } else {
      open = { kind, lines: [line] };
      blocks.push(open);
    }
  }
  return blocks;
}

function written(name, text) {
  const element = document.createElement(name);
  element.append(...inline(text));
  return element;
}

function inline(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(marks)) {
    parts.push(text.slice(from, found.index), ofMark(found));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}

function ofMark([whole, escaped, bold, light, name, address]) {
  if (escaped) return escaped;
  if (bold) return written('strong', bold);
  if (light) return written('em', light);
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address)) return whole;
  const link = written('a', name);
  return Object.assign(link, { href: address, target: '_blank', rel: 'noopener noreferrer' });
}

const marks = /\\([\\[\]()*_`-])|\*\*(.+?)\*\*|\*(?!\s)(.+?)\*|\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)/gs;
const markOfItem = /^(?:- |\d+\. )/;
