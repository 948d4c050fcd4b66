"""How long an editor waits for remarks after a keystroke, over a real pipe to `amanat lsp`.

    python bench/editor.py [KEYSTROKES]

The story has 1,000 words; the first answers (loading, one whole review) are left out. Prints wall time: compare it on a
machine that does nothing else, or with the processor time of the server that stands beside it.
"""

import json
import resource
import statistics
import subprocess
import sys
import time

STORY = (
    "The illegal migrants were held near the camp for nine months without pay, an officer said. "
    "Two men were arrested on Monday; the traffickers had promised the girls work in a shop.\n\n"
) * 32
URI = "file:///desk/story.txt"


def main() -> None:
    """Open a story, type, print."""
    keys = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    server = subprocess.Popen([sys.executable, "-m", "amanat", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send(**message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        server.stdin.flush()

    def until(what: str) -> None:
        while True:
            length = 0
            while line := server.stdout.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            message = json.loads(server.stdout.read(length))
            if message.get("method") == what or str(message.get("id")) == what:
                return

    publish = "textDocument/publishDiagnostics"
    send(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
    until("1")
    send(method="initialized", params={})
    send(
        method="textDocument/didOpen",
        params={"textDocument": {"uri": URI, "languageId": "plaintext", "version": 1, "text": STORY}},
    )
    until(publish)
    until(publish)
    waits = []
    for n in range(keys):
        at = {"line": 0, "character": n}
        begin = time.perf_counter()
        send(
            method="textDocument/didChange",
            params={
                "textDocument": {"uri": URI, "version": n + 2},
                "contentChanges": [{"range": {"start": at, "end": at}, "text": "a"}],
            },
        )
        until(publish)
        waits.append(time.perf_counter() - begin)
        time.sleep(0.02)
    send(id=2, method="shutdown")
    until("2")
    send(method="exit")
    server.wait()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    waits = sorted(waits[5:])
    print(
        f"{len(STORY.split())} words, {len(waits)} keystrokes: median {1000 * statistics.median(waits):.1f} ms, "
        f"fastest {1000 * waits[0]:.1f}, 95 of 100 under {1000 * waits[int(0.95 * len(waits))]:.1f} ms wall; "
        f"server {used.ru_utime + used.ru_stime:.1f} s of processor time in all  (goal: <= 20 ms)"
    )


if __name__ == "__main__":
    main()
