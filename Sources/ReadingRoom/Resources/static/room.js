"use strict";
// The reading room works without this file. It adds name completion, keys,
// the offsets of selected words, and dropped files.

(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);

  // Name completion: the ARIA combobox with a list.

  let boxes = 0;

  const complete = (input) => {
    const wrap = document.createElement("span");
    const list = document.createElement("ul");
    const id = `names-${++boxes}`;
    let at = -1;
    let asked = 0;
    let timer = 0;
    wrap.className = "complete";
    input.replaceWith(wrap);
    wrap.append(input, list);
    list.id = id;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Names in the record");
    input.autocomplete = "off";
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id,
    })) input.setAttribute(name, value);

    const close = () => {
      list.hidden = true;
      list.replaceChildren();
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (option) => {
      input.value = option.dataset.name;
      close();
    };
    const move = (to) => {
      const options = all("[role=option]", list);
      if (!options.length) return;
      at = (to + options.length) % options.length;
      options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
      input.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    };
    const show = (items) => {
      close();
      items.forEach((item, index) => {
        const option = document.createElement("li");
        const detail = [item.means !== item.name ? item.means : "", item.kind].filter(Boolean).join(", ");
        option.id = `${id}-${index}`;
        option.dataset.name = item.name;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.append(item.name);
        if (detail) {
          const small = document.createElement("small");
          small.textContent = ` ${detail}`;
          option.append(small);
        }
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          choose(option);
        });
        list.append(option);
      });
      if (!items.length) return;
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
    };
    const ask = async () => {
      const query = input.value.trim();
      const mine = ++asked;
      if (!query) return close();
      try {
        const answer = await fetch(`/api/v1/parties?q=${encodeURIComponent(query)}`);
        const items = answer.ok ? (await answer.json()).items : [];
        if (mine === asked && document.activeElement === input) show(items.slice(0, 10));
      } catch {
        close();
      }
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    input.addEventListener("blur", () => {
      ++asked;
      close();
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" && list.hidden) ask();
      else if (event.key === "ArrowDown") move(at + 1);
      else if (event.key === "ArrowUp" && !list.hidden) move(at < 0 ? -1 : at - 1);
      else if (event.key === "Enter" && at >= 0) choose(all("[role=option]", list)[at]);
      else if (event.key === "Escape" && !list.hidden) close();
      else return;
      event.preventDefault();
    });
  };

  // Keys.

  const shown = (element) => element.getClientRects().length > 0;

  const held = () => document.activeElement?.closest("[data-item]");

  const step = (by) => {
    const items = all("[data-item]").filter(shown);
    if (!items.length) return;
    const now = held();
    let to = items.indexOf(now) + by;
    if (!now) {
      to = by > 0 ? items.findIndex((item) => item.getBoundingClientRect().bottom > 0) : 0;
    }
    const item = items[Math.max(0, Math.min(items.length - 1, to))];
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  };

  const press = (key) => {
    const selector = `[data-key="${key}"]`;
    const item = held();
    const inItem = item && (one(selector, item) ?? one(selector, item.closest("[data-group]") ?? item));
    const button = inItem ?? all(selector).find((each) => shown(each) && !each.closest("[data-item]"));
    if (!button) return false;
    button.click();
    return true;
  };

  const help = one("#keys");

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help?.open) return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    switch (event.key) {
      case "/": one("[data-search]")?.focus(); break;
      case "j": step(1); break;
      case "k": step(-1); break;
      case "?": help?.showModal(); break;
      case "Enter":
        if (event.target !== held()) return;
        one("a[href]", held())?.click();
        break;
      default:
        if (!/^[arus]$/.test(event.key) || !press(event.key)) return;
    }
    event.preventDefault();
  };

  // Selected words: the offsets they stand at in the document.

  const offset = (node, within, isEnd) => {
    let run = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (run) {
      const range = document.createRange();
      range.selectNodeContents(run);
      range.setEnd(node, within);
      return Number(run.dataset.at) + range.toString().length;
    }
    // Between runs: a start is where the next run begins, an end where the last one ends.
    const range = document.createRange();
    range.setStart(node, within);
    const runs = all("[data-text] [data-at]");
    if (!isEnd) {
      run = runs.find((each) => range.comparePoint(each, 0) >= 0);
      return run ? Number(run.dataset.at) : NaN;
    }
    run = runs.findLast((each) => range.comparePoint(each, each.childNodes.length) <= 0);
    return run ? Number(run.dataset.at) + run.textContent.length : NaN;
  };

  const onSelect = () => {
    const form = one("[data-make]");
    const selection = getSelection();
    if (!form || !selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const text = one("[data-text]");
    if (!text?.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const start = offset(range.startContainer, range.startOffset, false);
    const end = offset(range.endContainer, range.endOffset, true);
    if (!(end > start)) return;
    form.elements.unit.value = "utf16";
    form.elements.start.value = start;
    form.elements.end.value = end;
    form.classList.add("chosen");
    const words = selection.toString().trim().replace(/\s+/g, " ");
    one("[data-chosen]", form).textContent =
      `“${words.length > 120 ? `${words.slice(0, 80)} … ${words.slice(-30)}` : words}”`;
  };

  // Dropped files.

  const drop = (form) => {
    const files = one("input[type=file]", form);
    const mark = (event, on) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      form.classList.toggle("drop", on);
    };
    document.addEventListener("dragover", (event) => mark(event, true));
    document.addEventListener("dragleave", (event) => mark(event, false));
    document.addEventListener("drop", (event) => {
      mark(event, false);
      if (event.dataTransfer?.files.length) files.files = event.dataTransfer.files;
    });
  };

  all("input[data-complete]").forEach(complete);
  all("[data-drop]").forEach(drop);
  document.addEventListener("keydown", onKey);
  document.addEventListener("selectionchange", onSelect);

  const place = one("[data-keys-place]");
  if (place && help) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Keys";
    button.addEventListener("click", () => help.showModal());
    place.append(" ", button);
  }
})();
