<svg class="icon" aria-hidden="true"><use href="<?cs var:Page.base ?>/icons.svg#<?cs var:name ?>"/></svg>
