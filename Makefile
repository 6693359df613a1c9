# `make demo` builds the seeds' brief, `make test` runs the tests; each sets up what it needs.
.PHONY: demo test check clean

demo:
	@sh .ci/setup run
	.venv/bin/briefgen build seeds --output out --date 2024-03-01
	@echo "open out/brief.pdf, out/brief.docx or out/brief.html"

test:
	@sh .ci/setup test
	.venv/bin/python -m pytest -m "not slow" -n 2

check:
	@sh .ci/setup test
	.venv/bin/ruff check .
	.venv/bin/mypy briefgen
	.venv/bin/lint-imports

clean:
	rm -rf .venv out build dist
