// The buttons beside what is there to be copied. Without this script one click selects it.
"use strict";
for (const [number, shown] of document.querySelectorAll(".copied").entries()) {
  const button = shown.nextElementSibling;
  shown.id = `copied-${number + 1}`;
  button.setAttribute("aria-describedby", shown.id);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const plain = shown.textContent;
    try {
      const parts = { "text/plain": new Blob([plain], { type: "text/plain" }) };
      if (shown.innerHTML !== plain) parts["text/html"] = new Blob([shown.innerHTML], { type: "text/html" });
      await navigator.clipboard.write([new ClipboardItem(parts)]);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(shown);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
}
