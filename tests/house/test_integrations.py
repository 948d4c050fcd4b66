"""The thin clients: they ask the desk on this machine only, and pass on what it says."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import yaml

FINDING = {
    "code": "I001",
    "room": "identity",
    "start": 0,
    "end": 6,
    "severity": "error",
    "category": "identity",
    "message": "A child is named.",
    "remedy": "Use a label.",
    "sources": [{"title": "A law", "url": "https://law.example"}],
    "fixes": [{"start": 0, "end": 6, "replacement": "A girl"}],
}
WHOLE = {
    **FINDING,
    "code": "D805",
    "room": "dignity",
    "start": None,
    "end": None,
    "severity": "suggestion",
    "fixes": [],
}


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, str]]]:
    """A desk that answers one finding, and remembers what it was asked."""
    asked: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append({"path": self.path, "token": self.headers["Authorization"], **body})
            answer = json.dumps({"findings": [FINDING, WHOLE]}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("AMANAT_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("AMANAT_TOKEN", "t0ken")
    yield asked
    server.shutdown()
    server.server_close()


ITEM = {"headline": "Gulnaz freed", "body_html": "<p>Gulnaz &amp; others<br/>were freed.</p><p>End</p>"}


def test_superdesk_shows_remarks_in_its_own_form(superdesk: ModuleType, desk: list[dict[str, str]]) -> None:
    (error,) = superdesk.errors("Gulnaz freed", superdesk.review("Gulnaz freed"))
    assert (error["startOffset"], error["text"]) == (0, "Gulnaz")
    assert error["suggestions"] == [{"text": "A girl"}]
    assert desk == [{"path": "/review", "token": "Bearer t0ken", "text": "Gulnaz freed"}]


def test_superdesk_stops_names_only_where_the_newsroom_wants_it(
    superdesk: ModuleType, desk: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    response: list[str] = []
    superdesk.validate(None, ITEM, response)
    assert not response
    assert not desk
    monkeypatch.setenv("AMANAT_BLOCK", "identity")
    superdesk.validate(None, ITEM, response)
    assert response == ["I001: A child is named."]
    assert desk[0]["text"] == "Gulnaz freed\n\nGulnaz & others\nwere freed.\nEnd"


def test_superdesk_reads_all_that_will_be_published(superdesk: ModuleType) -> None:
    item = {
        **ITEM,
        "abstract": "<p>Two held</p>",
        "body_footer": "<p>Call a lawyer.</p>",
        "associations": {"featuremedia": {"description_text": "Gulnaz at home", "alt_text": ""}, "editor_0": None},
    }
    assert superdesk.published(item) == (
        "Gulnaz freed\n\nTwo held\n\nGulnaz & others\nwere freed.\nEnd\n\nCall a lawyer.\n\nPhoto: Gulnaz at home"
    )
    assert superdesk.published({"headline": "A", "associations": None}) == "A"


def test_a_desk_that_does_not_answer_does_not_look_like_one_that_found_nothing(
    superdesk: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMANAT_BLOCK", "identity")
    monkeypatch.setenv("AMANAT_URL", "http://127.0.0.1:9")
    response: list[str] = []
    superdesk.validate(None, ITEM, response)
    assert "did not answer" in response[0]
    assert "Gulnaz" not in response[0]


def test_superdesk_gets_a_spellchecker_and_a_listener(
    superdesk: ModuleType, desk: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Superdesk itself is not here: what stands for it is its documented interface and nothing more."""
    made: list[Any] = []
    heard: list[Any] = []

    class SpellcheckerBase:
        def __init__(self, app: object) -> None:
            self.app = app
            made.append(self)

    signal = SimpleNamespace(connect=lambda receiver, weak: heard.append((receiver, weak)))
    for name, held in {
        "superdesk": {},
        "superdesk.signals": {"item_validate": signal},
        "superdesk.text_checkers": {},
        "superdesk.text_checkers.spellcheckers": {},
        "superdesk.text_checkers.spellcheckers.base": {"SpellcheckerBase": SpellcheckerBase},
    }.items():
        module = ModuleType(name)
        vars(module).update(held)
        monkeypatch.setitem(sys.modules, name, module)
    superdesk.init_app("the app")
    (checker,) = made
    assert (checker.app, checker.name, checker.available()) == ("the app", "amanat", True)
    assert checker.check("Gulnaz freed", "en")["errors"][0]["suggestions"] == [{"text": "A girl"}]
    assert checker.suggest("Gulnaz") == {"suggestions": []}
    ((listener, weak),) = heard
    assert weak is False
    monkeypatch.setenv("AMANAT_BLOCK", "identity")
    response: list[str] = []
    listener(object(), item=ITEM, response=response, error_fields={})
    assert response == ["I001: A child is named."]
    assert [asked["text"] for asked in desk] == ["Gulnaz freed", "Gulnaz freed\n\nGulnaz & others\nwere freed.\nEnd"]


@pytest.mark.parametrize("url", ["http://desk.example", "https://10.0.0.5:8765", "http://127.0.0.1.evil.example"])
def test_a_story_never_leaves_the_machine(superdesk: ModuleType, url: str) -> None:
    with pytest.raises(ValueError, match="on this machine"):
        superdesk.loopback(url)


PANEL = """
const panel = require(process.argv[1]);
const blocks = [{attributes: {content: 'One <b>two</b><br>three'}, innerBlocks: []},
                {attributes: {}, innerBlocks: [{attributes: {content: 'four'}, innerBlocks: []}]},
                {name: 'core/quote', attributes: {citation: 'A minister'},
                 innerBlocks: [{attributes: {content: 'illegal&nbsp;migrants<br>&amp; all'}}]},
                {name: 'core/image', attributes: {alt: 'A child', caption: 'At the kiln'}},
                {name: 'core/table', attributes: {body: [{cells: [{content: 'a <i>b</i>'}, {content: 'c'}]}]}}];
const text = panel.story('\\u{1F600} Title', blocks);
const seen = [];
const answer = {ok: true, json: async () => ({findings: []})};
const send = async (url, options) => { seen.push([url, options]); return answer; };
const rows = panel.rows(text, [
  {code: 'D1', severity: 'note', start: null, end: null, message: 'm', remedy: 'r', fixes: [], sources: []},
  {code: 'D2', severity: 'error', start: 2, end: 7, message: 'm', remedy: 'r',
   fixes: [{start: 2, end: 7, replacement: 'x'}], sources: [{title: 't', url: 'u'}]}],
  panel.laid('\\u{1F600} Title', blocks));
const put = [['<b>a &amp; b</b>', 'a & b', 'c < d'], ['a a', 'a', 'b'], ['a', 'x', 'b']].map(w => panel.replaced(...w));
(async () => {
  let refused = '';
  try { await panel.ask('https://desk.example', 't', text, send); } catch (error) { refused = error.message; }
  await panel.ask('http://127.0.0.1:8765', 't', text, send);
  const asked = seen.map(([u, o]) => [u, o.credentials, o.headers.Authorization]);
  console.log(JSON.stringify({text, rows, put, refused, asked}));
})();
"""


def test_the_wordpress_panel_reads_blocks_and_asks_this_machine_only(root: Path) -> None:
    node = shutil.which("node")
    if not node:
        pytest.skip("no node on this machine: skipped")
    panel = root / "integrations/wordpress/amanat-desk/panel.js"
    done = subprocess.run([node, "-e", PANEL, str(panel)], capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    quoted = "A minister\n\n> illegal\u00a0migrants\n> & all"
    pictured = "Photo: At the kiln\n\nPhoto: A child"
    assert told["text"] == f"\U0001f600 Title\n\nOne two\nthree\n\nfour\n\n{quoted}\n\n{pictured}\n\na b c"
    first, second = told["rows"]
    assert (first["code"], first["words"], second["code"], second["words"]) == ("D2", "Title", "D1", "")
    assert [(fix["old"], fix["text"], fix["at"]["key"]) for fix in first["fixes"]] == [("Title", "x", "title")]
    assert told["put"] == ["<b>c &lt; d</b>", "", ""]
    assert "on this machine" in told["refused"]
    assert told["asked"] == [["http://127.0.0.1:8765/review", "omit", "Bearer t"]]


EDITOR = """
const made = [], saved = {}, asked = [];
let cells = [], at = 0, answer = {ok: true, status: 200, json: async () => ({findings: JSON.parse(process.argv[2])})};
const element = (type, props, ...inside) => ({type, props: props || {}, inside: inside.flat(9).filter(Boolean)});
const useState = first => { const n = at++; if (!(n in cells)) cells[n] = first;
                            return [cells[n], value => { cells[n] = value; }]; };
globalThis.window = {sessionStorage: {getItem: k => saved[k] || null, setItem: (k, v) => { saved[k] = v; }}, wp: {
  plugins: {registerPlugin: (name, plugin) => made.push([name, plugin])},
  element: {createElement: element, useState, Fragment: 'Fragment'},
  components: {Button: 'Button', TextControl: 'TextControl', PanelBody: 'PanelBody', Notice: 'Notice'},
  editor: {PluginSidebar: 'PluginSidebar', PluginPrePublishPanel: 'PluginPrePublishPanel'},
  i18n: {__: words => words},
  data: {select: store => store === 'core/editor' ? {getEditedPostAttribute: () => title}
                                                  : {getBlocks: () => [{attributes: {content: 'End'}}]},
         dispatch: () => ({editPost: post => { title = post.title; }})}}};
let title = 'Gulnaz freed';
globalThis.fetch = async (url, options) => { asked.push([url, options.headers.Authorization]); return answer; };
require(process.argv[1]);
const [[name, plugin]] = made;
const places = plugin.render().inside.map(place => place.type);
const desk = plugin.render().inside[0].inside[0].type;
const grown = node => typeof node !== 'object' ? node : typeof node.type === 'function' ? grown(node.type(node.props))
                      : {...node, inside: node.inside.map(grown)};
const shown = () => { at = 0; return grown(element(desk)); };
const every = (node, type) => typeof node !== 'object' ? []
  : [...(node.type === type ? [node] : []), ...node.inside.flatMap(inner => every(inner, type))];
const words = node => typeof node === 'object' ? node.inside.map(words).join(' ') : String(node);
(async () => {
  const token = every(shown(), 'TextControl').find(field => field.props.type === 'password');
  token.props.onChange('t0ken');
  await every(shown(), 'Button')[0].props.onClick();
  const rows = every(shown(), 'li').map(words), link = every(shown(), 'a')[0].props;
  await every(shown(), 'Button').find(button => words(button).includes('A girl')).props.onClick();
  const changed = title;
  title = 'Gulnaz, Gulnaz freed';
  await every(shown(), 'Button')[0].props.onClick();
  await every(shown(), 'Button').find(button => words(button).includes('A girl')).props.onClick();
  const byHand = every(shown(), 'Notice').map(words);
  answer = {ok: false, status: 401};
  await every(shown(), 'Button')[0].props.onClick();
  const trouble = every(shown(), 'Notice').map(words);
  console.log(JSON.stringify({name, places, rows, link, asked, saved, changed, byHand, trouble}));
})();
"""


def test_the_wordpress_panel_shows_what_the_desk_says(root: Path) -> None:
    """The block editor itself is not here: what stands for it is the handful of names the panel takes from `wp`."""
    node = shutil.which("node")
    if not node:
        pytest.skip("no node on this machine: skipped")
    panel = root / "integrations/wordpress/amanat-desk/panel.js"
    done = subprocess.run(
        [node, "-e", EDITOR, str(panel), json.dumps([WHOLE, FINDING])], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    assert (told["name"], told["places"]) == ("amanat-desk", ["PluginSidebar", "PluginPrePublishPanel"])
    assert told["asked"][0] == ["http://127.0.0.1:8765/review", "Bearer t0ken"]
    assert told["saved"] == {"amanat-token": "t0ken"}
    first, second = told["rows"]
    assert all(words in first for words in ("I001", "Gulnaz", "A child is named.", "Replace with:", "A girl"))
    assert told["changed"] == "A girl freed"
    assert "by hand" in told["byHand"][0]
    assert "D805" in second
    assert told["link"]["href"] == "https://law.example"
    assert told["link"]["rel"] == "noopener noreferrer"
    assert told["trouble"] == ["The token is not right."]


def test_the_hook_and_the_action_call_what_there_is(root: Path) -> None:
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"].startswith("amanat review --format lines")
    action = yaml.safe_load((root / "action.yml").read_text("utf-8"))
    script = action["runs"]["steps"][-1]["run"]
    assert "amanat review --format sarif" in script
    # What others fill in comes through the environment, never into the script itself.
    assert "${{" not in script
