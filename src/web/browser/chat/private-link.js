// A link that carries the conversation to another device, or from a school's page to a page of its own: made, copied, taken back.
const createPrivateLink = ({ panel, line, notice, texts }) => {
  const field = panel.querySelector('input');
  panel.querySelector('[data-link="copy"]').addEventListener('click', () => void copy());
  panel.querySelector('[data-link="end"]').addEventListener('click', () => void end());
  panel.querySelector('[data-link="close"]').addEventListener('click', () => shut());
  let opener = null;

  return { open };

  async function open() {
    opener = document.activeElement;
    try {
      const { link } = await line.link();
      field.value = `${location.origin}/#continue=${link}`;
      panel.hidden = false;
      field.focus();
      field.select();
    } catch {
      notice(texts['link-failed']);
    }
  }

  async function copy() {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      notice(texts['link-copied']);
    } catch {
      // A frame may not be allowed to: the link is selected, and can be copied by hand.
      notice(texts['link-by-hand']);
    }
  }

  async function end() {
    try {
      await line.endLinks();
      field.value = '';
      shut();
      notice(texts['link-ended']);
    } catch {
      notice(texts['link-failed']);
    }
  }

  function shut() {
    panel.hidden = true;
    opener?.focus();
  }
};
