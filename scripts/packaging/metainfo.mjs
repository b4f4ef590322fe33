/** AppStream metainfo: what software centres on Linux show. */
import { APP_ID } from './identity.mjs';

/**
 * @param {import('./identity.mjs').Identity} identity
 * @param {readonly Release[]} releases newest first
 * @returns {string} the XML, https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html
 */
export function metainfo({ homepage, author, summary }, releases) {
  const english = [
    'Set your own status in the Pachca messenger from the tray: one click, with an end you can trust.',
    'One click on “On vacation” tells your colleagues that you are away, with an away message and the day you are back, and takes itself away when you said. Unofficial: not made by Pachca.',
  ];
  const russian = [
    'Свой статус в мессенджере Пачка прямо из трея: один клик — и окончание, которому можно верить.',
    'Один клик по «В отпуске» расскажет коллегам, что вас нет на месте, с сообщением и датой возвращения, и сам снимет статус, когда вы сказали. Неофициальное приложение: сделано не Пачкой.',
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${APP_ID}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <name>Pachca Status</name>
  <name xml:lang="ru">Статус в Пачке</name>
  <summary>${xml(firstSentence(summary))}</summary>
  <summary xml:lang="ru">Свой статус в Пачке одним нажатием</summary>
  <developer id="${APP_ID}">
    <name>${xml(author)}</name>
  </developer>
  <description>
${english.map((text) => `    <p>${xml(text)}</p>`).join('\n')}
${russian.map((text) => `    <p xml:lang="ru">${xml(text)}</p>`).join('\n')}
  </description>
  <launchable type="desktop-id">${APP_ID}.desktop</launchable>
  <provides>
    <binary>pachca-status</binary>
    <mediatype>x-scheme-handler/pachca-status</mediatype>
  </provides>
  <icon type="stock">pachca-status</icon>
  <url type="homepage">${xml(homepage)}</url>
  <categories>
    <category>Office</category>
  </categories>
  <content_rating type="oars-1.1">
    <content_attribute id="social-info">mild</content_attribute>
  </content_rating>
  <releases>
${releases.map(release).join('\n')}
  </releases>
</component>
`;
}

/**
 * @typedef {object} Release
 * @property {string} version
 * @property {string} date `2026-11-25`
 * @property {string[]} notes one a line
 * @property {boolean} isDevelopment not released yet
 */

/** @param {Release} release */
function release({ version, date, notes, isDevelopment }) {
  const items = notes.map((note) => `          <li>${xml(note)}</li>`).join('\n');
  return `    <release version="${xml(version)}" date="${date}" type="${isDevelopment ? 'development' : 'stable'}">
      <description>
        <ul>
${items}
        </ul>
      </description>
    </release>`;
}

/**
 * The releases a changelog tells of, in the form of keepachangelog.com. What is under "Unreleased" counts as the version
 * being built, when that one has no heading yet.
 * @param {string} changelog Markdown
 * @param {string} version being built
 * @param {string} today `2026-11-25`
 * @returns {Release[]} newest first
 */
export function releasesOf(changelog, version, today) {
  const sections = changelog.split(/^## /m).slice(1);
  const releases = sections.map((section) => {
    const heading = /^\[?([^\]\s]+)\]?(?:\s+-\s+(\d{4}-\d\d-\d\d))?/.exec(section);
    return { name: heading?.[1] ?? '', date: heading?.[2], notes: listItems(section) };
  });
  const isReleased = releases.some(({ name, date }) => name === version && date);
  return releases
    .filter(({ name, notes }) => notes.length > 0 && (name !== 'Unreleased' || !isReleased))
    .map(({ name, date, notes }) => {
      const isUnreleased = name === 'Unreleased';
      return { version: isUnreleased ? version : name, date: date ?? today, notes, isDevelopment: isUnreleased };
    });
}

/**
 * @param {string} markdown
 * @returns {string[]} the items of its lists, each on one line
 */
function listItems(markdown) {
  return markdown
    .split(/^- /m)
    .slice(1)
    .map((item) => (item.split(/\n(?:\n|#)/)[0] ?? '').replace(/\s+/g, ' ').replaceAll('**', '').trim());
}

/** @param {string} text @returns {string} a summary has no full stop and is short */
const firstSentence = (text) => (text.split('. ')[0] ?? '').split(':')[0] ?? '';

/** @param {string} text */
const xml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
