// The form of every question is drawn from /questions; nothing here knows one by name.

const $ = (id) => document.getElementById(id);
const form = $('form');
let menu;

/** An element with properties and children; text never becomes markup. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const CHAIN = [
  { name: 'chain.year', label: 'Year', meaning: 'whose figures are read', kind: 'CHOICE', required: true },
  { name: 'chain.materials', label: 'Materials', meaning: 'what the chain is about; several with commas', kind: 'TEXT', required: true, list: true },
];
const CHAIN_MORE = [
  { name: 'chain.controls', label: 'Export controls', meaning: 'those in force on the day; several with commas', kind: 'TEXT', list: true },
  { name: 'chain.through-processing', label: 'Controls reach through processing', meaning: 'goods that are processed in a third country, too', kind: 'FLAG' },
  { name: 'chain.alternatives', label: 'Published substitutes', meaning: 'may serve demands; how much of each they can take is unknown', kind: 'FLAG' },
  { name: 'chain.on', label: 'Day', meaning: 'as of which day it is read; the last of the year if left out', kind: 'DATE' },
  { name: 'chain.scenario', label: 'Scenario', meaning: 'what else happens, as JSON', kind: 'SCENARIO' },
];

/** What is typed into, by the kind of a parameter. */
function control(field, choices) {
  const id = 'f-' + field.name;
  const common = { id, name: field.name, required: Boolean(field.required) };
  if (field.kind === 'FLAG') {
    return element('input', { ...common, type: 'checkbox', value: 'true' });
  }
  if (field.kind === 'CHOICE' && !field.repeats) {
    const options = choices.map((choice) => element('option', { value: choice, textContent: choice }));
    return element('select', common, ...(field.required ? [] : [element('option', { value: '', textContent: '' })]), ...options);
  }
  if (field.repeats || field.kind === 'SCENARIO') {
    return element('textarea', { ...common, rows: 2, spellcheck: false });
  }
  return element('input', { ...common, type: field.kind === 'DATE' ? 'date' : 'text', autocomplete: 'off', spellcheck: false });
}

/** A labelled control with its hint, and the place beside it for what is wrong. */
function draw(field, choices = field.choices ?? []) {
  const input = control(field, choices);
  const several = field.repeats ? '; one a line' + (field.kind === 'CHOICE' ? ': ' + choices.join(', ') : '') : '';
  const hint = element('p', { className: 'hint', id: input.id + '-hint', textContent: field.meaning + several });
  const error = element('p', { className: 'error', id: input.id + '-error' });
  input.setAttribute('aria-describedby', hint.id + ' ' + error.id);
  input.dataset.split = field.list ? ',' : field.repeats && field.kind !== 'SCENARIO' ? '\n' : '';
  const label = element('label', { htmlFor: input.id, textContent: (field.label ?? field.name) + (field.required ? ' *' : '') });
  const box = element('div', { className: 'field' });
  if (input.type === 'checkbox') {
    label.className = 'check';
    label.prepend(input);
    box.append(label, hint, error);
  } else {
    box.append(label, input, hint, error);
  }
  if (input.tagName === 'INPUT' && input.type === 'text' && choices.length > 0) {
    const list = element('datalist', { id: input.id + '-list' }, ...choices.map((value) => element('option', { value })));
    input.setAttribute('list', list.id);
    box.append(list);
  }
  return box;
}

/** The fields of the question that is chosen; what was said before stays. */
function drawQuestion(said = values()) {
  const question = menu.questions.find((each) => each.name === $('question').value);
  $('question-hint').textContent = question.asks;
  const required = question.parameters.filter((each) => each.required);
  const others = question.parameters.filter((each) => !each.required);
  $('fields').replaceChildren(...required.map((each) => draw(each)));
  $('more-fields').replaceChildren(...others.map((each) => draw(each)));
  $('more').hidden = others.length === 0;
  fill(said);
}

function fill(said) {
  for (const input of form.elements) {
    const words = said.getAll(input.name);
    if (input.type === 'checkbox') {
      input.checked = words.length > 0;
    } else if (input.name && words.length > 0) {
      input.value = words.join(input.dataset.split || '\n');
    }
  }
}

/** What the form says, as the words of an address. */
function values() {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const split = form.elements.namedItem(name).dataset.split;
    for (const word of split ? value.split(split) : [value]) {
      if (word.trim()) {
        words.append(name, word.trim());
      }
    }
  }
  return words;
}

/** The words that the chain allows; a chain that cannot be had is told of when it is asked. */
async function learnChoices() {
  const chain = new URLSearchParams([...values()].filter(([name]) => name.startsWith('chain.')));
  const answer = await fetch('questions?' + chain);
  if (answer.ok) {
    menu = await answer.json();
    drawQuestion();
  }
}

function clear() {
  $('alert').hidden = true;
  form.querySelectorAll('.error').forEach((each) => { each.textContent = ''; });
  form.querySelectorAll('[aria-invalid]').forEach((each) => each.removeAttribute('aria-invalid'));
}

/** Puts each problem beside its field, and what has none on top. */
function tell(problem) {
  const rest = [];
  let first;
  for (const { parameter, message } of problem.errors ?? []) {
    const input = form.elements.namedItem(parameter);
    const place = input && $(input.id + '-error');
    if (place) {
      input.setAttribute('aria-invalid', 'true');
      place.textContent = (place.textContent + ' ' + message.replace(/^Parameter '[^']*': /, '')).trim();
      const folded = input.closest('details');
      if (folded) {
        folded.open = true;
      }
      first ??= input;
    } else {
      rest.push(message);
    }
  }
  $('alert').textContent = [problem.title, ...(problem.errors?.length ? rest : [problem.detail])].filter(Boolean).join(' ');
  $('alert').hidden = false;
  (first ?? $('alert')).focus();
}

/** The report in a tree of its own, so that its style and the page's stay apart. */
function show(html) {
  const report = new DOMParser().parseFromString(html, 'text/html');
  const root = $('report').shadowRoot ?? $('report').attachShadow({ mode: 'open' });
  root.replaceChildren(
    ...report.querySelectorAll('style'),
    element('div', { className: 'lodegraph' }, report.querySelector('main')));
  root.querySelectorAll('a[href^="#"]').forEach((link) => link.addEventListener('click', (event) => {
    event.preventDefault();
    root.getElementById(link.getAttribute('href').slice(1))?.scrollIntoView();
  }));
}

async function ask() {
  const words = values();
  const address = 'ask?' + words;
  clear();
  $('result').hidden = true;
  $('status').textContent = 'Asking ...';
  form.querySelector('button').disabled = true;
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (answer.ok) {
      show(await answer.text());
      $('page').href = address;
      $('result').hidden = false;
      $('status').textContent = 'Answered.';
      history.replaceState(null, '', '?' + words);
    } else {
      $('status').textContent = '';
      tell(await answer.json());
    }
  } catch {
    $('status').textContent = '';
    tell({ title: 'The service cannot be reached.', detail: 'Maybe try again.' });
  } finally {
    form.querySelector('button').disabled = false;
  }
}

async function start() {
  menu = await (await fetch('questions')).json();
  const { years, materials, controls } = menu.chains;
  $('chain-fields').append(draw(CHAIN[0], years.toReversed()), draw(CHAIN[1], materials));
  $('chain-more-fields').append(draw(CHAIN_MORE[0], controls.map((each) => each.id)), ...CHAIN_MORE.slice(1).map((each) => draw(each)));
  $('question').append(...menu.questions.map(({ name }) => element('option', { value: name, textContent: name })));
  const said = new URLSearchParams(location.search);
  if (!said.has('chain.materials')) {
    said.set('chain.materials', 'gallium');
  }
  fill(said);
  drawQuestion(said);
  await learnChoices();
  $('question').addEventListener('change', () => { clear(); drawQuestion(); });
  $('chain').addEventListener('change', learnChoices);
  form.addEventListener('submit', (event) => { event.preventDefault(); ask(); });
  document.body.dataset.ready = 'true';
  if (said.has('question')) {
    ask();
  }
}

start();
