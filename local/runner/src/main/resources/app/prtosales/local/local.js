"use strict";

const said = document.getElementById("said");

async function post(path, body) {
  for (const button of document.querySelectorAll("button")) button.disabled = true;
  said.textContent = "Working …";
  try {
    const answer = await fetch("/_local" + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) {
      location.reload();
      return;
    }
    const problem = await answer.json();
    said.textContent = `${problem.title}: ${problem.detail}`;
  } catch (broken) {
    said.textContent = `Nothing answers: ${broken.message}`;
  }
  for (const button of document.querySelectorAll("button")) button.disabled = false;
}

function lines(id) {
  return document.getElementById(id).value.split(/\s+/).filter((line) => line);
}

for (const button of document.querySelectorAll("[data-advance]")) {
  button.addEventListener("click", () => post("/clock", { advance: button.dataset.advance }));
}

for (const button of document.querySelectorAll("[data-run]")) {
  button.addEventListener("click", () => post(`/schedules/${button.dataset.run}`, {}));
}

document.getElementById("until").addEventListener("submit", (event) => {
  event.preventDefault();
  const value = document.getElementById("instant").value;
  post("/clock", { now: (value.length === 16 ? `${value}:00` : value) + "Z" });
});

document.getElementById("ses").addEventListener("submit", (event) => {
  event.preventDefault();
  const flag = (id) => document.getElementById(id).checked;
  post("/ses", {
    bounce: lines("bounce"),
    complain: lines("complain"),
    throttle: flag("throttle"),
    dropReply: flag("dropReply"),
    down: flag("down"),
    quota: {
      perSecond: Number(document.getElementById("perSecond").value),
      per24h: Number(document.getElementById("per24h").value),
    },
  });
});

document.getElementById("healthy").addEventListener("click", () => post("/ses", {}));

for (const details of document.querySelectorAll("details[data-mail]")) {
  const frame = details.querySelector("iframe");
  details.addEventListener("toggle", () => {
    if (details.open && !frame.src) frame.src = frame.dataset.src;
  });
  for (const button of details.querySelectorAll("[data-show]")) {
    button.addEventListener("click", () => {
      const shown = button.dataset.show;
      frame.hidden = shown !== "html";
      for (const part of details.querySelectorAll("pre")) part.hidden = part.dataset.part !== shown;
      for (const other of details.querySelectorAll("[data-show]")) {
        other.setAttribute("aria-pressed", String(other === button));
      }
    });
  }
}

const now = document.getElementById("now");
const ahead = Date.parse(now.dateTime) - Date.now();
const form = new Intl.DateTimeFormat("en-US", {
  weekday: "short", day: "numeric", month: "short", year: "numeric",
  hour: "numeric", minute: "2-digit", second: "2-digit", timeZone: "UTC",
});
setInterval(() => {
  now.textContent = form.format(new Date(Date.now() + ahead));
}, 1000);
