// The script of the HTML report. It runs in browsers and webviews, builds with textContent only, and needs no network.
/* global document, window, acquireVsCodeApi */
(() => {
  const chunk = 200;
  const printed = 1000;
  const data = JSON.parse(document.getElementById('data').textContent);
  const host = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : null;
  const body = document.getElementById('rows');
  const status = document.getElementById('status');
  const fields = Object.fromEntries(['search', 'customer', 'kind', 'confidence', 'since'].map((id) => [id, document.getElementById(id)]));
  let found = data.findings;
  let shown = 0;
  let order = { column: 'place', direction: 1 };

  const element = (name, text = '', className = '') => {
    const made = document.createElement(name);
    if (text !== '') made.textContent = text;
    if (className !== '') made.className = className;
    return made;
  };

  // The same rule as addressOf in links.ts.
  const address = (place) => {
    const path = encodeURI(place.path).replaceAll('#', '%23').replaceAll('?', '%3F');
    const values = { path, line: String(place.line), column: String(place.column) };
    return data.template.replace(/\{(path|line|column)\}/g, (_, name) => values[name]);
  };

  const placeLink = (place) => {
    const link = element(place.isFolder ? 'span' : 'a', '', 'place');
    // Lines end after a slash rather than within a name.
    place.path.split(/(?<=\/)/).forEach((part, index) => link.append(...(index === 0 ? [part] : [element('wbr'), part])));
    link.append(place.isFolder ? '/' : element('span', `:${place.line}`, 'whole'));
    if (place.isFolder) return link;
    link.href = data.template === null ? '#findings' : address(place);
    Object.assign(link.dataset, { path: place.path, line: place.line, column: place.column });
    return link;
  };

  const cells = {
    place: (finding) => placeLink(finding),
    customers: (finding) => element('span', finding.customers.map((index) => data.customers[index].name).join(', ') || '–'),
    kind: (finding) => element('span', finding.kind),
    text: (finding) => element('code', finding.text),
    lines: (finding) => element('span', finding.lines.toLocaleString('en-US')),
    confidence: (finding) => element('span', finding.isNew ? `${finding.confidence}, new` : finding.confidence),
  };

  const keys = {
    place: (finding) => finding.index,
    customers: (finding) => finding.customers.map((index) => data.customers[index].name.toLowerCase()).join(),
    kind: (finding) => finding.kind,
    text: (finding) => finding.text,
    lines: (finding) => finding.lines,
    confidence: (finding) => ['high', 'medium', 'low'].indexOf(finding.confidence),
  };

  const detailOf = (finding) => {
    const row = element('tr', '', 'detail');
    const cell = element('td');
    cell.colSpan = 7;
    const list = element('ul', '', 'reasons');
    for (const sentence of [...finding.evidence, ...finding.notes]) list.append(element('li', sentence));
    for (const { key, url, title } of finding.requests) {
      const item = element('li', 'Asked for by ');
      const said = title === '' ? key : `${key}: ${title}`;
      const link = element(url === null ? 'span' : 'a', said);
      if (url !== null) Object.assign(link, { href: url, rel: 'noreferrer' });
      item.append(link);
      list.append(item);
    }
    for (const { what, text, note, place } of finding.steps) {
      const item = element('li', `${what} `);
      item.append(element('code', text), note === '' ? ' ' : ` ${note} `);
      if (place !== null) item.append(placeLink(place));
      list.append(item);
    }
    cell.append(list);
    row.append(cell);
    return row;
  };

  const rowOf = (finding) => {
    const row = element('tr');
    for (const [name, make] of Object.entries(cells)) {
      const cell = element('td', '', name === 'lines' ? 'number' : '');
      cell.append(make(finding));
      row.append(cell);
    }
    const toggle = element('button', 'Why', 'toggle');
    toggle.type = 'button';
    toggle.setAttribute('aria-expanded', 'false');
    toggle.setAttribute('aria-label', `Why ${finding.path} line ${finding.line} is a one-off`);
    toggle.addEventListener('click', () => {
      const isOpen = toggle.getAttribute('aria-expanded') === 'true';
      if (isOpen) row.nextElementSibling.remove();
      else row.after(detailOf(finding));
      toggle.setAttribute('aria-expanded', String(!isOpen));
    });
    const last = element('td');
    last.append(toggle);
    row.append(last);
    return row;
  };

  const showUpTo = (limit) => {
    const rows = document.createDocumentFragment();
    for (const finding of found.slice(shown, limit)) rows.append(rowOf(finding));
    body.append(rows);
    shown = Math.max(shown, Math.min(limit, found.length));
    const count = (amount) => amount.toLocaleString('en-US');
    const rest = found.length < data.findings.length ? `; ${count(data.findings.length)} in all` : '';
    status.textContent = `${count(shown)} of ${count(found.length)} shown${rest}.`;
    for (const button of document.querySelectorAll('#list .more button')) button.hidden = shown >= found.length;
  };

  const matches = (finding, words) => {
    finding.words ??= [finding.path, finding.text, finding.kind, ...finding.requests.map(({ key }) => key), ...finding.evidence]
      .concat(finding.customers.map((index) => data.customers[index].name))
      .join('\n')
      .toLowerCase();
    return words.every((word) => finding.words.includes(word));
  };

  const refresh = () => {
    const words = fields.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const customer = data.customers.findIndex(({ id }) => id === fields.customer.value);
    const wanted = (finding) =>
      (fields.customer.value === '' ||
        (fields.customer.value === '-' ? finding.customers.length === 0 : finding.customers.includes(customer))) &&
      (fields.kind.value === '' || finding.kind === fields.kind.value) &&
      (fields.confidence.value === '' || finding.confidence === fields.confidence.value) &&
      (fields.since === null || fields.since.value === '' || finding.isNew) &&
      matches(finding, words);
    const key = keys[order.column];
    found = data.findings.filter(wanted).sort((a, b) => {
      const [left, right] = [key(a), key(b)];
      return (left < right ? -1 : left > right ? 1 : 0) * order.direction || a.index - b.index;
    });
    body.replaceChildren();
    shown = 0;
    showUpTo(chunk);
  };

  const sortable = (heading, sort) => {
    const button = element('button', heading.textContent);
    button.type = 'button';
    heading.replaceChildren(button);
    button.addEventListener('click', () => {
      const direction = heading.getAttribute('aria-sort') === 'descending' ? 'ascending' : 'descending';
      for (const other of heading.parentElement.children) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', direction);
      sort(direction === 'ascending' ? 1 : -1);
    });
  };

  const sortStatic = (table, column, direction) => {
    const valueOf = (row) => row.children[column].dataset.value ?? row.children[column].textContent;
    const numeric = (value) => (value === '' || Number.isNaN(Number(value)) ? null : Number(value));
    const rows = [...table.tBodies[0].rows].sort((a, b) => {
      const [left, right] = [valueOf(a), valueOf(b)];
      const [x, y] = [numeric(left), numeric(right)];
      return direction * (x !== null && y !== null ? x - y : left.localeCompare(right, 'en'));
    });
    table.tBodies[0].append(...rows);
  };

  const longest = 25;
  const shorten = (table) => {
    const rows = () => [...table.tBodies[0].rows];
    if (rows().length <= longest) return () => undefined;
    const line = element('p', '', 'more');
    const button = element('button', `Show all ${rows().length.toLocaleString('en-US')}`);
    button.type = 'button';
    line.append(button);
    table.parentElement.after(line);
    let isShort = true;
    const apply = () => rows().forEach((row, index) => (row.hidden = isShort && index >= longest));
    const showAll = () => {
      isShort = false;
      line.remove();
      apply();
    };
    button.addEventListener('click', showAll);
    window.addEventListener('beforeprint', showAll);
    apply();
    return apply;
  };

  for (const table of document.querySelectorAll('table[data-sortable]')) {
    const shortened = shorten(table);
    [...table.tHead.rows[0].cells].forEach((heading, column) =>
      sortable(heading, (direction) => {
        sortStatic(table, column, direction);
        shortened();
      }),
    );
  }
  for (const heading of document.querySelectorAll('th[data-column]'))
    sortable(heading, (direction) => {
      order = { column: heading.dataset.column, direction };
      refresh();
    });

  data.findings.forEach((finding, index) => (finding.index = index));
  let waiting;
  fields.search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 120);
  });
  for (const name of ['customer', 'kind', 'confidence', 'since']) fields[name]?.addEventListener('change', refresh);
  document.getElementById('more').addEventListener('click', () => showUpTo(shown + chunk));
  document.getElementById('all').addEventListener('click', () => showUpTo(found.length));
  window.addEventListener('beforeprint', () => showUpTo(Math.min(found.length, printed)));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (link?.dataset.customer !== undefined) {
      fields.customer.value = link.dataset.customer;
      refresh();
    }
    if (host === null || link?.dataset.path === undefined) return;
    event.preventDefault();
    const { path, line, column } = link.dataset;
    host.postMessage({ type: 'open', path, line: Number(line), column: Number(column) });
  });
  document.getElementById('list').hidden = false;
  refresh();
})();
