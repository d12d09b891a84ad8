"""Log lines as JSON, without personal data: no addresses of people, no form fields, no names."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, what happened; an error with where it was raised."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname.lower(),
            "bron": record.name,
            "bericht": _ADDRESS.sub("[adres]", record.getMessage()),
        }
        status = getattr(record, "status_code", None)
        if status is not None:
            said["status"] = status
        if record.exc_info and record.exc_info[0]:
            # The message of an exception may hold what somebody typed; its kind and place do not.
            said["fout"] = record.exc_info[0].__name__
            trace = record.exc_info[2]
            while trace and trace.tb_next:
                trace = trace.tb_next
            if trace:
                said["waar"] = f"{trace.tb_frame.f_code.co_filename.rsplit('/functiehuis/', 1)[-1]}:{trace.tb_lineno}"
        return json.dumps(said, ensure_ascii=False)
